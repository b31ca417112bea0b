package gameserver.chat;

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

/**
 * Inviting, accepting, declining, expiring. Each invitation ends exactly once: it is accepted or
 * declined, it expires, or one of the two users logs out; and the inviter is told, if still there.
 * An attempt to accept that fails since the room is full ends nothing, and can be repeated.
 *
 * <p>Belongs to the logic thread.
 */
final class Invitations {
    static final Duration LIFETIME = Duration.ofSeconds(30);

    private final Users users;
    private final LogicExecutor logic;
    private final InvitationBook book;
    private boolean expiryScheduled;

    Invitations(Users users, Duration lifetime, LogicExecutor logic) {
        this.users = users;
        this.logic = logic;
        this.book = new InvitationBook(lifetime);
    }

    void onInvite(User inviter, InviteRequest request) {
        Room room = inviter.memberInRoom().room();
        User invited = users.find(request.userId());
        if (invited == null) {
            inviter.refuse(request, ErrorCode.INVITE_USER_NOT_FOUND);
        } else if (invited.isIn(room)) { // As the inviter is.
            inviter.refuse(request, ErrorCode.INVITE_SELF_OR_SAME_ROOM);
        } else {
            Invitation invitation =
                    book.open(inviter, invited, request.userId(), room, logic.nanoTime());
            if (invitation == null) {
                inviter.refuse(request, ErrorCode.INVITE_TOO_MANY);
            } else {
                inviter.send(new InviteResponse(Result.SUCCESS, invitation.id()));
                invited.send(new InviteNotify(invitation.id(), room.number(), inviter.id()));
                scheduleExpiry();
            }
        }
    }

    void onAnswer(User user, InviteAnswerRequest answer) {
        logic.requireCurrent(this);
        Invitation invitation = book.find(answer.invitationId(), user);
        if (invitation == null) {
            user.refuse(answer, ErrorCode.INVITE_NOT_FOUND);
        } else if (answer.accept()) {
            accept(answer, invitation);
        } else {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            book.close(invitation);
            tellInviter(invitation, /* accepted= */ false);
        }
    }

    private void accept(InviteAnswerRequest answer, Invitation invitation) {
        User user = invitation.invited();
        Room room = invitation.room();
        if (user.isIn(room)) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (!room.hasPlaceFor(user)) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_FULL);
        } else {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            user.leaveRoom();
            user.enter(room);
            book.close(invitation);
            tellInviter(invitation, /* accepted= */ true);
        }
    }

    private static void tellInviter(Invitation invitation, boolean accepted) {
        invitation
                .inviter()
                .send(new InviteAnswerNotify(invitation.id(), accepted, invitation.invitedId()));
    }

    /** For a user who logs out. What this user was invited to counts as declined. */
    void endAllOf(User user) {
        logic.requireCurrent(this);
        book.closeAllOf(user).forEach(got -> tellInviter(got, /* accepted= */ false));
    }

    /** How many are open. */
    int count() {
        logic.requireCurrent(this);
        return book.size();
    }

    /** Sees to it that {@link #expire} runs when the next one expires. */
    private void scheduleExpiry() {
        if (!expiryScheduled && book.size() > 0) {
            expiryScheduled = true;
            long left = book.nanosUntilNextExpiry(logic.nanoTime());
            logic.schedule(Duration.ofNanos(left), this::expire);
        }
    }

    private void expire() {
        expiryScheduled = false;
        book.closeExpired(logic.nanoTime())
                .forEach(expired -> tellInviter(expired, /* accepted= */ false));
        scheduleExpiry();
    }
}
