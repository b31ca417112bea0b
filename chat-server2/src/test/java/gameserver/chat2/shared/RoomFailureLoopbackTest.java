package gameserver.chat2.shared;

import static gameserver.chat2.shared.TwoServers.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.Occupant;
import gameserver.chat.Room;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.testing.TestServer;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A server that can't do what Redis tells it has happened ends the session that asked for it, and
 * with that gives back what its user had on all servers.
 */
@Timeout(60)
final class RoomFailureLoopbackTest {
    private final TwoServers servers = new TwoServers();
    private NetClient alice;
    private NetClient bob;

    /** Whatever is said in room 0 fails on the first server, once alice has heard it. */
    @BeforeEach
    void aliceIsWhereTheTrapIs() throws Exception {
        alice = servers.guest(servers.first(), "alice", 0);
        bob = servers.guest(servers.second(), "bob", 1);
        assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));
        Room room =
                Objects.requireNonNull(servers.first().users.find("alice")).memberInRoom().room();
        room.logic().execute(() -> room.enter(new Trap(), 100));
        assertEquals(new RoomNewUserNotify(100, "trap"), hear(alice, RoomNewUserNotify.class));
    }

    @AfterEach
    void end() {
        servers.close();
    }

    /** An occupant to whom nothing can be said, but that somebody has left. */
    private static final class Trap implements Occupant {
        @Override
        public String id() {
            return "trap";
        }

        @Override
        public void send(Packet packet) {
            if (packet instanceof RoomChatNotify
                    || packet instanceof RoomRelayNotify
                    || packet.equals(new RoomNewUserNotify(3, "carol"))) {
                throw new IllegalStateException("a trap");
            }
        }
    }

    @Test
    void whoChatted() throws Exception {
        alice.send(new RoomChatRequest("안녕"));

        RoomChatNotify said = new RoomChatNotify(1, "안녕");
        assertEquals(said, hear(alice, RoomChatNotify.class));
        alice.expectClosed(TestServer.PATIENCE);
        assertEquals(said, hear(bob, RoomChatNotify.class));
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));
        servers.user(servers.second(), "alice");
    }

    @Test
    void whoRelayed() throws Exception {
        Bytes payload = Bytes.of(new byte[] {1, 2, 3});

        alice.send(new RoomRelayRequest(payload));

        RoomRelayNotify relayed = new RoomRelayNotify(1, payload);
        assertEquals(relayed, hear(alice, RoomRelayNotify.class));
        alice.expectClosed(TestServer.PATIENCE);
        assertEquals(relayed, hear(bob, RoomRelayNotify.class));
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));
        servers.user(servers.second(), "alice");
    }

    @Test
    void whoEntered() throws Exception {
        NetClient carol = servers.user(servers.first(), "carol");

        carol.send(new RoomEnterRequest(0));

        carol.expectClosed(TestServer.PATIENCE);
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(bob, RoomNewUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(3), hear(bob, RoomLeaveUserNotify.class));
        servers.user(servers.second(), "carol");
    }

    /** Nobody of the first server has asked for that. */
    @Test
    void nobodyWhenAUserOfAnotherServerSpoke() throws Exception {
        bob.send(new RoomChatRequest("안녕"));

        RoomChatNotify said = new RoomChatNotify(2, "안녕");
        assertEquals(said, hear(bob, RoomChatNotify.class));
        assertEquals(said, hear(alice, RoomChatNotify.class));
        alice.send(new WhisperRequest("bob", "well"));
        assertTrue(hear(alice, WhisperResponse.class).result().isSuccess());
    }
}
