package gameserver.chat2.shared;

import gameserver.chat.User;
import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat2.Invitations;
import gameserver.chat2.Users;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Invitations among the users of all servers. Whether one is open is known in Redis, where it is
 * closed exactly once; the inviter's server lets it expire, and tells the inviter how it ended.
 */
final class SharedInvitations implements Invitations {
    private static final int NUMBERS_OF_A_LINK = 32;

    private final Users users;
    private final SharedRooms rooms;
    private final Duration lifetime;
    private final LogicExecutor timekeeper;
    private final Supplier<@Nullable Link> link;
    private final AtomicLong last = new AtomicLong();

    /** Those of this server's users, by id. Whoever takes one out tells its inviter. */
    private final ConcurrentMap<Long, Open> open = new ConcurrentHashMap<>();

    /**
     * @param logic where the inviter was on inviting
     * @param told completed when the inviter has heard that it is open: how it ended comes after
     */
    private record Open(
            Link link,
            User inviter,
            LogicExecutor logic,
            String invitedId,
            CompletableFuture<Void> told) {}

    SharedInvitations(
            Users users,
            SharedRooms rooms,
            Duration lifetime,
            LogicExecutor timekeeper,
            Supplier<@Nullable Link> link) {
        this.users = users;
        this.rooms = rooms;
        this.lifetime = lifetime;
        this.timekeeper = timekeeper;
        this.link = link;
    }

    /** How many of this server's users have not been answered. */
    int count() {
        return open.size();
    }

    @Override
    public void onInvite(User inviter, InviteRequest request) {
        Link link = this.link.get();
        if (link == null) {
            inviter.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
            return;
        }
        long id = ((link.number() - 1) << NUMBERS_OF_A_LINK) + last.incrementAndGet();
        LogicExecutor logic = inviter.memberInRoom().room().logic();
        Open opening = new Open(link, inviter, logic, request.userId(), new CompletableFuture<>());
        open.put(id, opening);
        CompletionStage<Reply> invited =
                link.call(Script.INVITE, id, inviter.id(), request.userId())
                        .thenApply(reply -> forgetRefused(id, reply));
        Reply.await(invited, inviter, request, reply -> onInvited(id, opening));
    }

    private Reply forgetRefused(long id, Reply reply) {
        if (!reply.isSuccess()) {
            open.remove(id);
        }
        return reply;
    }

    private void onInvited(long id, Open opened) {
        opened.inviter.send(new InviteResponse(Result.SUCCESS, id));
        opened.told.complete(null);
        timekeeper.execute(() -> timekeeper.schedule(lifetime, () -> expire(id)));
    }

    /** A user of this server was invited. */
    void onInvited(long id, int room, String inviterId, String invitedId) {
        User invited = users.find(invitedId);
        if (invited != null) {
            invited.send(new InviteNotify(id, room, inviterId));
        }
    }

    @Override
    public void onAnswer(User invited, InviteAnswerRequest answer) {
        Link link = this.link.get();
        if (link == null) {
            invited.refuse(answer, ErrorCode.LOGIN_UNAVAILABLE);
            return;
        }
        String id = Long.toUnsignedString(answer.invitationId());
        Reply.await(
                link.call(Script.ANSWER, id, invited.id(), answer.accept() ? 1 : 0),
                invited,
                answer,
                reply -> onAnswered(invited, answer, reply.value()));
    }

    private void onAnswered(User invited, InviteAnswerRequest answer, long room) {
        invited.send(new InviteAnswerResponse(Result.SUCCESS));
        if (answer.accept()) {
            invited.session()
                    .await(rooms.leave(invited), (left, failure) -> rooms.goInto(room, invited));
        }
    }

    /** An invitation of a user of this server was answered. */
    void onAnswered(long id, boolean accepted) {
        Open answered = open.remove(id);
        if (answered != null) {
            InviteAnswerNotify notice = new InviteAnswerNotify(id, accepted, answered.invitedId);
            var unused =
                    answered.told.thenRunAsync(() -> answered.inviter.send(notice), answered.logic);
        }
    }

    /** Asks Redis whether it is answered just now, unless that is lost with its link. */
    private void expire(long id) {
        Open expiring = open.get(id);
        if (expiring != null) {
            expiring.link
                    .call(Script.EXPIRE, id)
                    .thenAccept(
                            reply -> {
                                if (reply.isSuccess() || expiring.link.isLost()) {
                                    onAnswered(id, /* accepted= */ false);
                                }
                            });
        }
    }

    /** Forgets what a user has made who logs out: there is nobody to tell any more. */
    void forgetAllOf(User user) {
        open.values().removeIf(made -> made.inviter == user);
    }
}
