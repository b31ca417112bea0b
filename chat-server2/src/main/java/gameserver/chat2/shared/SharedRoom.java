package gameserver.chat2.shared;

import gameserver.chat.Member;
import gameserver.chat.Room;
import gameserver.chat.User;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * This server's copy of a room that all servers have. Who is in it is decided in Redis; here what
 * has happened is applied, in the order in which Redis tells it, which is the same for all servers.
 *
 * <p>What is said in a room whose users are all on this server is not told to Redis: whoever enters
 * from elsewhere hears what is said after that. Without a link the users of other servers have left
 * as far as the others can see, and the room goes on with those who are here.
 *
 * <p>Belongs to the logic thread of its room.
 */
final class SharedRoom {
    private final Room room;
    private final LogicExecutor logic;
    private final Map<Long, User> locals = new LinkedHashMap<>();
    private final Map<Long, Member> remotes = new LinkedHashMap<>();
    private @Nullable Link link;

    /** Written by the room's thread. */
    private volatile boolean inUse;

    SharedRoom(Room room) {
        this.room = room;
        this.logic = room.logic();
    }

    int number() {
        return room.number();
    }

    LogicExecutor logic() {
        return logic;
    }

    /** Whether users of this server are in it. Any thread. */
    boolean isInUse() {
        return inUse;
    }

    /** Users of this server that are in it. */
    int users() {
        logic.requireCurrent(this);
        return locals.size();
    }

    /** Asks for a place. The session is on this thread already. */
    void enter(User user) {
        logic.requireCurrent(this);
        Packet request = new RoomEnterRequest(number());
        if (link == null) {
            user.refuse(request, ErrorCode.LOGIN_UNAVAILABLE);
            return;
        }
        Reply.await(
                link.ask(Script.ENTER, user, number(), user.id()), user, request, entered -> {});
    }

    /** Gives the place back. Completes on this thread when the user has left. */
    CompletionStage<Void> leave(User user) {
        logic.requireCurrent(this);
        if (link == null) {
            leaveNow(user);
            return CompletableFuture.completedStage(null);
        }
        return link.ask(Script.LEAVE, user, user.id())
                .<Void>handleAsync(
                        (left, failure) -> {
                            leaveNow(user);
                            return null;
                        },
                        logic);
    }

    private void leaveNow(User user) {
        Member member = user.member();
        if (member != null && member.room() == room) {
            user.leaveRoom();
            locals.remove(member.id());
            forgetOthersWhenEmpty();
        }
    }

    /** What happens in a room without users of this server is not told to it. */
    private void forgetOthersWhenEmpty() {
        if (locals.isEmpty()) {
            inUse = false;
            remotes.values().forEach(room::leave);
            remotes.clear();
        }
    }

    void chat(User user, RoomChatRequest request) {
        Member speaker = user.memberInRoom();
        if (link == null || remotes.isEmpty()) {
            room.chat(speaker, request.message());
            user.send(new RoomChatResponse(Result.SUCCESS));
        } else {
            Reply.await(
                    say(link, user, "said", request.message()),
                    user,
                    request,
                    said -> {}); // Answered with what was said, by onSaid.
        }
    }

    void relay(User user, RoomRelayRequest request) {
        Member sender = user.memberInRoom();
        if (link == null || remotes.isEmpty()) {
            room.relay(sender, request.payload());
        } else {
            byte[] payload = request.payload().toArray();
            Reply.await(say(link, user, "relayed", payload), user, request, relayed -> {});
        }
    }

    private CompletionStage<Reply> say(Link link, User user, String how, Object what) {
        logic.requireCurrent(this);
        return link.ask(Script.SAY, user, number(), user.memberInRoom().id(), how, what);
    }

    /** A user has entered on some server, where {@code others} were already. */
    void onEntered(Link.Request request, RoomUser newcomer, List<RoomUser> others) {
        apply(
                request,
                asked -> {
                    if (asked != null) {
                        addLocal(asked.user(), newcomer.roomUserId(), others);
                    } else if (!request.own()) {
                        addRemote(newcomer);
                    }
                });
    }

    private void addLocal(User user, long id, List<RoomUser> others) {
        if (locals.isEmpty()) {
            others.forEach(this::addRemote);
        }
        user.enter(room, id);
        locals.put(id, user);
        inUse = true;
    }

    private void addRemote(RoomUser user) {
        long id = user.roomUserId();
        remotes.computeIfAbsent(id, absent -> room.enter(new RemoteUser(user.userId()), id));
    }

    void onLeft(Link.Request request, long memberId) {
        apply(
                request,
                asked -> {
                    User local = locals.get(memberId);
                    Member remote = remotes.remove(memberId);
                    if (local != null) {
                        leaveNow(local);
                    } else if (remote != null) {
                        room.leave(remote);
                    }
                });
    }

    void onSaid(Link.Request request, long memberId, String message) {
        apply(
                request,
                asked -> {
                    Member speaker = member(memberId);
                    if (speaker != null) {
                        room.chat(speaker, message);
                    }
                    if (asked != null) {
                        asked.user().send(new RoomChatResponse(Result.SUCCESS));
                    }
                });
    }

    void onRelayed(Link.Request request, long memberId, byte[] payload) {
        apply(
                request,
                asked -> {
                    Member sender = member(memberId);
                    if (sender != null) {
                        room.relay(sender, Bytes.of(payload));
                    }
                });
    }

    private @Nullable Member member(long id) {
        User local = locals.get(id);
        return local != null ? local.member() : remotes.get(id);
    }

    /** This server is in sight of the others again, and these are in the room there. */
    void onMet(Link.Request request, List<RoomUser> others) {
        apply(request, asked -> others.forEach(this::addRemote));
    }

    /**
     * Applies what has happened. Who has asked for it goes on in any case: a session that waits for
     * ever is never handled as closed, so its user's id would never be free again.
     *
     * @param event is shown who waits for it, if it is one of this server that has not been given
     *     up
     */
    private void apply(Link.Request request, Consumer<Link.@Nullable Pending> event) {
        logic.requireCurrent(this);
        if (request.link() != link) {
            return; // That link is lost, and gives up itself what it was asked for.
        }
        Link.Pending asked = request.take();
        try {
            event.accept(asked);
        } catch (RuntimeException | Error e) {
            if (asked == null) {
                throw e;
            }
            asked.fail(e);
            return;
        }
        if (asked != null) {
            asked.succeed();
        }
    }

    void onLost(Link lost) {
        logic.requireCurrent(this);
        if (link == lost) {
            link = null;
            remotes.values().forEach(room::leave);
            remotes.clear();
        }
    }

    /** From now on through {@code next}: those who are here go on under the ids that they have. */
    void onLinked(Link next) {
        logic.requireCurrent(this);
        if (next.isLost()) {
            return; // Perhaps onLost has come before.
        }
        link = next;
        if (!locals.isEmpty()) {
            List<Object> args = new ArrayList<>(List.of(number()));
            locals.forEach((id, user) -> args.addAll(List.of(id, user.id())));
            next.list(Script.REJOIN, args.toArray())
                    .thenAcceptAsync(this::removeRefused, logic)
                    .exceptionally(failure -> null); // The link is lost, and its keeper knows.
        }
    }

    private void removeRefused(List<Object> userIds) {
        for (Object bytes : userIds) {
            String id = new String((byte[]) bytes, StandardCharsets.UTF_8);
            locals.values().stream()
                    .filter(user -> user.id().equals(id))
                    .forEach(user -> user.close(CloseReason.LOGGED_IN_ELSEWHERE));
        }
    }
}
