package gameserver.client.load;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.client.Format;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.Result;
import gameserver.net.server.Application;
import gameserver.net.server.GameServer;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A chat in the test's own process, which says what the test wants. It has one thread. */
final class ChatFixture implements AutoCloseable {
    private final Map<Integer, List<User>> rooms = new HashMap<>();
    private final GameServer server;

    /** What happens when {@code speaker} says something in {@code room}, which has the speaker. */
    interface Behaviour {
        void onChat(User speaker, List<User> room, String message);
    }

    static final class User {
        final Session session;
        List<User> room = List.of();

        User(Session session) {
            this.session = session;
        }

        long id() {
            return 1L + room.indexOf(this);
        }

        void hear(User speaker, String message) {
            session.send(new RoomChatNotify(speaker.id(), message));
        }

        void answer(Result result) {
            session.send(new RoomChatResponse(result));
        }
    }

    private ChatFixture(Behaviour behaviour) {
        PacketCatalog catalog =
                PacketCatalog.of(LoginRequest.TYPE, RoomEnterRequest.TYPE, RoomChatRequest.TYPE);
        PacketHandlers<User> handlers =
                PacketHandlers.<User>of(catalog)
                        .on(LoginRequest.TYPE, SessionState.CONNECTED, ChatFixture::onLogin)
                        .on(RoomEnterRequest.TYPE, SessionState.LOGGED_IN, this::onEnter)
                        .on(
                                RoomChatRequest.TYPE,
                                SessionState.IN_ROOM,
                                (user, chat) -> behaviour.onChat(user, user.room, chat.message()))
                        .build();
        server =
                GameServer.start(
                        ServerOptions.of(
                                "--bind=127.0.0.1:0",
                                "--io-threads=1",
                                "--max-requests-per-second=0"),
                        new Application<>(
                                handlers,
                                SessionListener.of(User::new),
                                SessionState.CONNECTED,
                                BodyFormat.BINARY));
    }

    static ChatFixture start(Behaviour behaviour) {
        return new ChatFixture(behaviour);
    }

    /** As a chat should be. */
    static void tellAll(User speaker, List<User> room, String message) {
        room.forEach(user -> user.hear(speaker, message));
        speaker.answer(Result.SUCCESS);
    }

    private static void onLogin(User user, LoginRequest login) {
        user.session.moveTo(SessionState.LOGGED_IN);
        user.session.send(new LoginResponse(Result.SUCCESS));
    }

    private void onEnter(User user, RoomEnterRequest enter) {
        user.room = rooms.computeIfAbsent(enter.roomNumber(), number -> new ArrayList<>());
        user.room.add(user);
        user.session.moveTo(SessionState.IN_ROOM);
        user.session.send(new RoomEnterResponse(Result.SUCCESS, enter.roomNumber(), user.id()));
    }

    Target target() {
        return new Target(server.address(), null, Format.BINARY, ProcessHandle.current());
    }

    @Override
    public void close() {
        server.drain(Duration.ofSeconds(5));
    }
}
