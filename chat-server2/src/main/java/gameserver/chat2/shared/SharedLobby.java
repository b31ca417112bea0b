package gameserver.chat2.shared;

import gameserver.chat.DuplicateLogin;
import gameserver.chat.User;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.chat2.Lobby;
import gameserver.chat2.Users;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The lobby of all servers, as this one sees it. Of all who claim an id at the same time, on
 * whichever servers, the one gets it whom Redis sees first.
 *
 * <p>An id is claimed in Redis before it is noted here, and noted here until it is released there.
 * A login that has seen its link end in between is undone, so that a new link finds each user of
 * this server, or none.
 */
final class SharedLobby implements Lobby {
    /** How long a login waits to hear that the older one has ended, before it asks again. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** How long it asks at all. A server that was killed is not waited for any longer. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DuplicateLogin duplicateLogin;
    private final Users users;
    private final SharedRooms rooms;
    private final SharedInvitations invitations;
    private final Supplier<@Nullable Link> link;

    /** Ids that logins of this server wait for. */
    private final ConcurrentMap<String, CompletableFuture<Void>> awaited =
            new ConcurrentHashMap<>();

    SharedLobby(
            DuplicateLogin duplicateLogin,
            Users users,
            SharedRooms rooms,
            SharedInvitations invitations,
            Supplier<@Nullable Link> link) {
        this.duplicateLogin = duplicateLogin;
        this.users = users;
        this.rooms = rooms;
        this.invitations = invitations;
        this.link = link;
    }

    @Override
    public int users() {
        return users.count();
    }

    @Override
    public void logIn(User user, String id, LoginRequest request) {
        logIn(user, id, request, System.nanoTime() + LONGEST.toNanos());
    }

    private void logIn(User user, String id, LoginRequest request, long deadline) {
        Link link = this.link.get();
        if (link == null || System.nanoTime() > deadline) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
            return;
        }
        boolean replace = duplicateLogin == DuplicateLogin.REPLACE;
        // Before the claim: that the id is released may be told before the claim is answered.
        CompletableFuture<Void> free = replace ? whenFree(id) : null;
        user.session()
                .await(
                        link.call(Script.CLAIM, id, user.session().id(), replace ? 1 : 0),
                        (reply, failure) -> {
                            if (reply == null || reply.equals(Reply.UNAVAILABLE)) {
                                user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
                            } else if (reply.isSuccess()) {
                                onClaimed(user, id, request, link);
                            } else {
                                onTaken(user, id, request, free, deadline);
                            }
                        });
    }

    /**
     * Somebody else has the id.
     *
     * @param free when to claim it again; null where the older login stays
     */
    private void onTaken(
            User user,
            String id,
            LoginRequest request,
            @Nullable CompletableFuture<Void> free,
            long deadline) {
        if (free == null) {
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else {
            user.session().await(free, (released, late) -> logIn(user, id, request, deadline));
        }
    }

    /** Completes when the id may be free, or after a while. */
    private CompletableFuture<Void> whenFree(String id) {
        CompletableFuture<Void> free =
                awaited.computeIfAbsent(
                        id,
                        absent ->
                                new CompletableFuture<Void>()
                                        .completeOnTimeout(
                                                null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        var unused = free.whenComplete((released, failure) -> awaited.remove(id, free));
        return free;
    }

    void onReleased(String id) {
        CompletableFuture<Void> free = awaited.remove(id);
        if (free != null) {
            free.complete(null);
        }
    }

    private void onClaimed(User user, String id, LoginRequest request, Link claimedBy) {
        if (users.claim(id, user) != null) {
            release(user, id);
            user.refuse(request, ErrorCode.LOGIN_DUPLICATE);
        } else if (link.get() != claimedBy) {
            users.release(id, user);
            release(user, id);
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
        } else {
            user.logIn(id);
            user.send(new LoginResponse(Result.SUCCESS));
        }
    }

    private void release(User user, String id) {
        Link now = link.get();
        if (now != null) {
            var unused = now.call(Script.RELEASE, id, user.session().id());
        }
    }

    @Override
    public void logOut(User user) {
        if (user.isLoggedIn()) {
            var unused = rooms.leave(user);
            users.release(user.id(), user);
            release(user, user.id());
            invitations.forgetAllOf(user);
        }
    }

    void onEvict(String id, long session) {
        User older = users.find(id);
        if (older != null && older.session().id() == session) {
            older.close(CloseReason.LOGGED_IN_ELSEWHERE);
        }
    }

    @Override
    public void onWhisper(User user, WhisperRequest request) {
        User receiver = users.find(request.userId());
        Link link = this.link.get();
        if (receiver == user) {
            user.refuse(request, ErrorCode.WHISPER_SELF);
        } else if (receiver != null) {
            receiver.send(new WhisperNotify(user.id(), request.message()));
            user.send(new WhisperResponse(Result.SUCCESS));
        } else if (link == null) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
        } else {
            Reply.await(
                    link.call(Script.WHISPER, user.id(), request.userId(), request.message()),
                    user,
                    request,
                    sent -> user.send(new WhisperResponse(Result.SUCCESS)));
        }
    }

    void onWhispered(String senderId, String receiverId, String message) {
        User receiver = users.find(receiverId);
        if (receiver != null) {
            receiver.send(new WhisperNotify(senderId, message));
        }
    }
}
