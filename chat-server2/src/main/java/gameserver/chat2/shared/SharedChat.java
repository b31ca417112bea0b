package gameserver.chat2.shared;

import gameserver.api.client.Passwords;
import gameserver.chat.ChatOptions;
import gameserver.chat.User;
import gameserver.chat2.Chat2;
import gameserver.chat2.Users;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.server.ServerStartException;
import gameserver.net.session.CloseReason;
import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of a chat of several servers, on one of them. */
public final class SharedChat implements AutoCloseable {
    private static final int USERS_AT_ONCE = 500;

    final Users users = new Users();
    final SharedRooms rooms;
    final SharedInvitations invitations;
    private final SharedLobby lobby;
    private final LinkKeeper keeper;

    /**
     * Joins the servers that use the same Redis.
     *
     * @param redis one that is understood
     * @param prefix what all keys in Redis begin with
     * @throws ServerStartException when Redis can't be reached, or the servers have other rooms
     */
    public SharedChat(
            ChatOptions options,
            Duration invitationLifetime,
            List<LogicExecutor> logics,
            String redis,
            String prefix) {
        keeper = new LinkKeeper(redis, prefix, options, new Events(), new Links());
        rooms = new SharedRooms(options, logics, keeper::current);
        invitations =
                new SharedInvitations(
                        users, rooms, invitationLifetime, logics.get(0), keeper::current);
        lobby =
                new SharedLobby(
                        options.duplicateLogin(), users, rooms, invitations, keeper::current);
        keeper.start();
    }

    /** Whether {@code redis} says where a Redis is. */
    public static boolean understands(String redis) {
        try {
            RedisURI.create(redis);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What the server runs. */
    public Chat2 chat(Passwords passwords) {
        return new Chat2(passwords, lobby, rooms, invitations);
    }

    /** Whether the other servers are in sight. Any thread. */
    public boolean isLinked() {
        return link() != null;
    }

    @Nullable Link link() {
        return keeper.current();
    }

    /** Takes leave of the other servers. Called once, when nobody is connected any more. */
    @Override
    public void close() {
        keeper.close();
    }

    /** Takes what the other servers tell to where it belongs. */
    private final class Events implements LinkListener {
        @Override
        public void onRoom(int room, Consumer<SharedRoom> event) {
            rooms.post(room, event);
        }

        @Override
        public void onEvict(String userId, long session) {
            lobby.onEvict(userId, session);
        }

        @Override
        public void onReleased(String userId) {
            lobby.onReleased(userId);
        }

        @Override
        public void onWhispered(String senderId, String receiverId, String message) {
            lobby.onWhispered(senderId, receiverId, message);
        }

        @Override
        public void onInvited(long invitation, int room, String inviterId, String invitedId) {
            invitations.onInvited(invitation, room, inviterId, invitedId);
        }

        @Override
        public void onAnswered(long invitation, boolean accepted) {
            invitations.onAnswered(invitation, accepted);
        }
    }

    /** Takes what this server has from one link to the next. */
    private final class Links implements LinkKeeper.Linked {
        /** Written and read by the keeper's thread: whom the new link knows. */
        private final Map<String, User> claimed = new LinkedHashMap<>();

        /**
         * Who is logged in on another server by now loses here. The rooms have the link before
         * anybody asks them for something that Redis has promised through it.
         */
        @Override
        public void onJoined(Link link) {
            claimed.clear();
            users.forEach(claimed::put);
            List<Object> args = new ArrayList<>();
            claimed.forEach(
                    (id, user) -> {
                        args.addAll(List.of(id, user.session().id()));
                        if (args.size() == 2 * USERS_AT_ONCE) {
                            reclaim(link, args);
                        }
                    });
            reclaim(link, args);
            rooms.forEach(room -> room.onLinked(link));
        }

        private void reclaim(Link link, List<Object> args) {
            if (!args.isEmpty()) {
                for (Object lost : LinkKeeper.get(link.list(Script.RECLAIM, args.toArray()))) {
                    User user = claimed.get(LinkKeeper.text(lost));
                    if (user != null) {
                        user.close(CloseReason.LOGGED_IN_ELSEWHERE);
                    }
                }
                args.clear();
            }
        }

        /** Who has logged out in between may have been claimed too late. */
        @Override
        public void onLinked(Link link) {
            claimed.forEach(
                    (id, user) -> {
                        if (users.find(id) != user) {
                            var unused = link.call(Script.RELEASE, id, user.session().id());
                        }
                    });
            claimed.clear();
        }

        @Override
        public void onLost(Link link) {
            rooms.forEach(room -> room.onLost(link));
        }
    }
}
