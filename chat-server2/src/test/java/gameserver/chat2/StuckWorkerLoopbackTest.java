package gameserver.chat2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.client.Passwords;
import gameserver.chat.ChatOptions;
import gameserver.chat.Occupant;
import gameserver.chat.Room;
import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.server.GameServer;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A room in which a worker gets stuck: its other rooms wait, those of the other worker do not. */
final class StuckWorkerLoopbackTest {
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);

    private final List<LogicExecutor> workers =
            List.of(new LogicThread("worker-1"), new LogicThread("worker-2"));
    private final LocalChat chat = new LocalChat(ChatOptions.of(), Duration.ofSeconds(30), workers);
    private final ClientThreads threads = new ClientThreads(1);
    private final Gate gate = new Gate();

    /** Rooms are given to the workers in turn: those with odd numbers to the second. */
    @Test
    void theLogNamesTheWorkerTheUserAndTheRoom() throws Exception {
        GameServer server =
                GameServer.start(
                        ServerOptions.of("--bind=127.0.0.1:0"),
                        chat.chat(Passwords.ANY).application(BodyFormat.BINARY),
                        workers);
        try (LogCapture log = new LogCapture();
                threads;
                gate) {
            Room room = Objects.requireNonNull(chat.rooms.find(3));
            room.logic().execute(() -> room.enter(new Trap()));
            NetClient alice = enter(server, "앨리스", 3);
            NetClient bob = enter(server, "bob", 4);
            NetClient carol = enter(server, "carol", 5);

            alice.send(new RoomChatRequest("stop"));
            gate.awaitReached();
            carol.send(new RoomChatRequest("waits"));
            Eventually.isTrue("told", () -> !log.lines("logic thread stuck").isEmpty());
            bob.send(new RoomChatRequest("goes on"));
            expect(bob, RoomChatNotify.class);
            expect(bob, RoomChatResponse.class);
            assertTrue(carol.poll(Duration.ZERO) == null, "served by a worker that is stuck");
            assertEquals(
                    1,
                    log.lines("stuck thread=worker-2 at=session 1 (앨리스 in room 3) for=").size(),
                    () -> log.lines().toString());
            gate.open();

            expect(alice, RoomChatNotify.class);
            expect(carol, RoomChatNotify.class);
        } finally {
            server.drain(TestServer.PATIENCE);
        }
    }

    /** An occupant that keeps whoever tells it what was said. */
    private final class Trap implements Occupant {
        @Override
        public String id() {
            return "trap";
        }

        @Override
        public void send(Packet packet) {
            if (packet instanceof RoomChatNotify) {
                gate.pass();
            }
        }
    }

    private NetClient enter(GameServer server, String id, int room) throws Exception {
        NetClient client =
                NetClient.connect(threads, server.address(), DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(id, "pw"));
        expect(client, LoginResponse.class);
        client.send(new RoomEnterRequest(room));
        if (room == 3) {
            expect(client, RoomUserListNotify.class);
        }
        expect(client, RoomEnterResponse.class);
        return client;
    }

    private static <P extends Packet> void expect(NetClient client, Class<P> type)
            throws InterruptedException {
        client.expect(type, TestServer.PATIENCE);
    }
}
