package gameserver.chat2;

import gameserver.chat.Invitation;
import gameserver.chat.InvitationBook;
import gameserver.chat.Room;
import gameserver.chat.User;
import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inviting, accepting, declining, expiring, where the two users may be on different threads. The
 * book of open invitations is behind a lock that is held for a few map operations: invitations are
 * rare, and whoever closes one in the book is the one who ends it.
 */
final class LocalInvitations implements Invitations {
    private final Users users;
    private final LocalRooms rooms;

    /** Where time passes for all invitations. */
    private final LogicExecutor timekeeper;

    /** Also the lock. */
    private final InvitationBook book;

    private boolean expiryScheduled;

    LocalInvitations(Users users, LocalRooms rooms, Duration lifetime, LogicExecutor timekeeper) {
        this.users = users;
        this.rooms = rooms;
        this.timekeeper = timekeeper;
        this.book = new InvitationBook(lifetime);
    }

    @Override
    public void onInvite(User inviter, InviteRequest request) {
        Room room = inviter.memberInRoom().room();
        User invited = users.find(request.userId());
        if (invited == null) {
            inviter.refuse(request, ErrorCode.INVITE_USER_NOT_FOUND);
        } else if (room.contains(invited)) { // As it does the inviter.
            inviter.refuse(request, ErrorCode.INVITE_SELF_OR_SAME_ROOM);
        } else {
            invite(inviter, invited, request, room);
        }
    }

    /** Looks for the invited again under the lock: who logs out meanwhile is not there any more. */
    private void invite(User inviter, User invited, InviteRequest request, Room room) {
        Invitation opened;
        synchronized (book) {
            if (users.find(request.userId()) != invited) {
                inviter.refuse(request, ErrorCode.INVITE_USER_NOT_FOUND);
                return;
            }
            opened = book.open(inviter, invited, request.userId(), room, timekeeper.nanoTime());
            if (opened != null && !expiryScheduled) {
                expiryScheduled = true;
                timekeeper.execute(this::expire);
            }
        }
        if (opened == null) {
            inviter.refuse(request, ErrorCode.INVITE_TOO_MANY);
        } else {
            inviter.send(new InviteResponse(Result.SUCCESS, opened.id()));
            invited.send(new InviteNotify(opened.id(), room.number(), inviter.id()));
        }
    }

    @Override
    public void onAnswer(User user, InviteAnswerRequest answer) {
        Invitation invitation = find(answer.invitationId(), user);
        if (invitation == null) {
            user.refuse(answer, ErrorCode.INVITE_NOT_FOUND);
        } else if (answer.accept()) {
            accept(answer, invitation);
        } else if (close(invitation)) {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            tellInviter(invitation, /* accepted= */ false);
        } else {
            user.refuse(answer, ErrorCode.INVITE_NOT_FOUND);
        }
    }

    /** Takes a place first, since only that can fail without anybody noticing. */
    private void accept(InviteAnswerRequest answer, Invitation invitation) {
        User user = invitation.invited();
        Room room = invitation.room();
        if (user.isIn(room)) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (!rooms.takePlace(room)) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_FULL);
        } else if (!close(invitation)) {
            rooms.givePlaceBack(room);
            user.refuse(answer, ErrorCode.INVITE_NOT_FOUND); // Expired just now.
        } else {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            rooms.leave(user);
            user.session()
                    .continueOn(
                            room.logic(),
                            () -> {
                                user.enter(room);
                                tellInviter(invitation, /* accepted= */ true);
                            });
        }
    }

    private static void tellInviter(Invitation invitation, boolean accepted) {
        invitation
                .inviter()
                .send(new InviteAnswerNotify(invitation.id(), accepted, invitation.invitedId()));
    }

    /** For a user who logs out. What this user was invited to counts as declined. */
    void endAllOf(User user) {
        List<Invitation> got;
        synchronized (book) {
            got = book.closeAllOf(user);
        }
        got.forEach(invitation -> tellInviter(invitation, /* accepted= */ false));
    }

    private @Nullable Invitation find(long id, User invited) {
        synchronized (book) {
            return book.find(id, invited);
        }
    }

    private boolean close(Invitation invitation) {
        synchronized (book) {
            return book.close(invitation);
        }
    }

    /** How many are open. */
    int count() {
        synchronized (book) {
            return book.size();
        }
    }

    /** Ends what has expired, and comes back when the next does. On the timekeeper. */
    private void expire() {
        List<Invitation> expired;
        synchronized (book) {
            long now = timekeeper.nanoTime();
            expired = book.closeExpired(now);
            expiryScheduled = book.size() > 0;
            if (expiryScheduled) {
                Duration left = Duration.ofNanos(book.nanosUntilNextExpiry(now));
                timekeeper.schedule(left, this::expire);
            }
        }
        expired.forEach(invitation -> tellInviter(invitation, /* accepted= */ false));
    }
}
