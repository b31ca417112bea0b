package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.logic.ManualLogic;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.server.Application;
import gameserver.net.session.CloseReason;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chat without sockets or threads: packets go in and out by method calls. */
final class ManualChat {
    private final ManualLogic logic = new ManualLogic();
    private final Chat chat;
    private final Application<User> application;

    ManualChat(String... options) {
        chat = new Chat(ChatOptions.of(options), logic);
        application = chat.application(BodyFormat.BINARY);
    }

    /** A client, and what has been said to it. */
    final class Client {
        private final FakeSession session = new FakeSession(SessionState.CONNECTED);
        private final User user = application.listener().onOpened(session);

        Client says(Packet packet) {
            application.handlers().dispatch(session, user, packet);
            return this;
        }

        /** Exactly these were said to this client since it was asked last. */
        void heard(Packet... packets) {
            assertEquals(List.of(packets), session.takeSent());
        }

        /** The request is answered with this error and nothing else. */
        void isRefused(Packet request, ErrorCode error) {
            says(request).heard(request.type().refuse(error));
        }

        /** Whatever was said to this client does not matter. */
        Client forgets() {
            session.takeSent();
            return this;
        }

        void vanishes() {
            application.listener().onClosed(user, CloseReason.PEER_CLOSED);
        }

        @Nullable CloseReason closedFor() {
            return session.closedFor();
        }
    }

    Client connect() {
        return new Client();
    }

    Client login(String id) {
        return connect().says(LoginRequest.of(id, "pw")).forgets();
    }

    /** A user who has entered; what was said until then is forgotten, by this user only. */
    Client enter(String id, int room) {
        return login(id).says(new RoomEnterRequest(room)).forgets();
    }

    /** Lets time pass for what expires. */
    void pass(Duration time) {
        logic.advance(time);
    }

    int users() {
        return chat.users.count();
    }

    int members() {
        return chat.rooms.members();
    }

    int invitations() {
        return chat.invitations.count();
    }
}
