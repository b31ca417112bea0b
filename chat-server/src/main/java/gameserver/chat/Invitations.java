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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All invitations that are open. Each ends exactly once: it is accepted or declined, it expires, or
 * one of the two users logs out; and the inviter is told, if still there. An attempt to accept that
 * fails since the room is full ends nothing, and can be repeated.
 *
 * <p>Belongs to the logic thread.
 */
final class Invitations {
    static final Duration LIFETIME = Duration.ofSeconds(30);

    /** Of one inviter; so there are never more than this times the users. */
    static final int MAX_OPEN = 10;

    private final Users users;
    private final Duration lifetime;
    private final LogicExecutor logic;

    /** By id. All live equally long, so the first in here is the first to expire. */
    private final Map<Long, Invitation> open = new LinkedHashMap<>();

    private long lastId;
    private boolean expiryScheduled;

    Invitations(Users users, Duration lifetime, LogicExecutor logic) {
        this.users = users;
        this.lifetime = lifetime;
        this.logic = logic;
    }

    int count() {
        logic.requireCurrent(this);
        return open.size();
    }

    void onInvite(User inviter, InviteRequest request) {
        Room room = inviter.memberInRoom().room();
        User invited = users.find(request.userId());
        if (invited == null) {
            inviter.refuse(request, ErrorCode.INVITE_USER_NOT_FOUND);
        } else if (invited.isIn(room)) { // As the inviter is.
            inviter.refuse(request, ErrorCode.INVITE_SELF_OR_SAME_ROOM);
        } else if (inviter.made.size() == MAX_OPEN) {
            inviter.refuse(request, ErrorCode.INVITE_TOO_MANY);
        } else {
            Invitation invitation = invite(inviter, invited, room);
            inviter.send(new InviteResponse(Result.SUCCESS, invitation.id()));
            invited.send(new InviteNotify(invitation.id(), room.number(), inviter.id()));
        }
    }

    void onAnswer(User user, InviteAnswerRequest answer) {
        logic.requireCurrent(this);
        Invitation invitation = open.get(answer.invitationId());
        if (invitation == null || invitation.invited() != user) {
            user.refuse(answer, ErrorCode.INVITE_NOT_FOUND);
        } else if (answer.accept()) {
            accept(answer, invitation);
        } else {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            end(invitation, /* accepted= */ false);
        }
    }

    private void accept(InviteAnswerRequest answer, Invitation invitation) {
        User user = invitation.invited();
        Room room = invitation.room();
        if (user.isIn(room)) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_ALREADY);
        } else if (room.isFull()) {
            user.refuse(answer, ErrorCode.ENTER_ROOM_FULL);
        } else {
            user.send(new InviteAnswerResponse(Result.SUCCESS));
            user.leaveRoom();
            user.enter(room);
            end(invitation, /* accepted= */ true);
        }
    }

    private Invitation invite(User inviter, User invited, Room room) {
        long expiresAt = logic.nanoTime() + lifetime.toNanos();
        Invitation invitation = new Invitation(++lastId, inviter, invited, room, expiresAt);
        open.put(invitation.id(), invitation);
        inviter.made.add(invitation);
        invited.got.add(invitation);
        if (!expiryScheduled) {
            scheduleExpiry(lifetime);
        }
        return invitation;
    }

    private void end(Invitation invitation, boolean accepted) {
        remove(invitation);
        invitation
                .inviter()
                .send(new InviteAnswerNotify(invitation.id(), accepted, invitation.invited().id()));
    }

    private void remove(Invitation invitation) {
        open.remove(invitation.id());
        invitation.inviter().made.remove(invitation);
        invitation.invited().got.remove(invitation);
    }

    /** For a user who logs out. What this user was invited to counts as declined. */
    void endAllOf(User user) {
        logic.requireCurrent(this);
        List.copyOf(user.made).forEach(this::remove);
        List.copyOf(user.got).forEach(invitation -> end(invitation, /* accepted= */ false));
    }

    private void scheduleExpiry(Duration delay) {
        expiryScheduled = true;
        logic.schedule(delay, this::expire);
    }

    /** Ends what has expired, and comes back when the next does. */
    private void expire() {
        expiryScheduled = false;
        for (Invitation first = first(); first != null; first = first()) {
            long left = first.expiresAtNanos() - logic.nanoTime();
            if (left > 0) {
                scheduleExpiry(Duration.ofNanos(left));
                return;
            }
            end(first, /* accepted= */ false);
        }
    }

    private @Nullable Invitation first() {
        return open.isEmpty() ? null : open.values().iterator().next();
    }
}
