package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.testing.ApiFixture;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process: stopped and killed while bets are on the table. */
@Timeout(60)
final class BaccaratServerIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);

    /** Any password will do, but where an API server is asked for it. */
    private static final String TOKEN = "AAAAAAAAAAAAAAAA";

    @TempDir private Path folder = Path.of("");

    private final ClientThreads threads = new ClientThreads(1);

    @AfterEach
    void close() {
        threads.close();
    }

    private ServerProcess start() {
        return ServerProcess.start(
                JAR,
                "--bind=127.0.0.1:0",
                "--betting-time=1m",
                "--wallet-file=" + folder.resolve("chips.db"));
    }

    /** Somebody at the table of room 0; what comes after the balance is not heard yet. */
    private NetClient sit(HostPort server, String id, long balance) throws Exception {
        NetClient client = NetClient.connect(threads, server, DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(id, TOKEN));
        assertTrue(hear(client, LoginResponse.class).result().isSuccess());
        client.send(new RoomEnterRequest(0));
        assertTrue(hear(client, RoomEnterResponse.class).result().isSuccess());
        assertEquals(new BalanceNotify(balance), hear(client, BalanceNotify.class));
        return client;
    }

    /** The next of that kind. */
    private static <P extends Packet> P hear(NetClient client, Class<P> type) throws Exception {
        while (true) {
            var frame = client.poll(TestServer.PATIENCE);
            if (frame == null) {
                throw new AssertionError("no " + type.getSimpleName());
            }
            if (type.isInstance(frame.packet())) {
                return type.cast(frame.packet());
            }
        }
    }

    /** Nothing to the end but that a neighbour, told the same, is gone already. */
    private static void expectNothingButLeaving(NetClient client) throws Exception {
        for (var frame = client.poll(TestServer.PATIENCE);
                frame != null;
                frame = client.poll(TestServer.PATIENCE)) {
            assertInstanceOf(RoomLeaveUserNotify.class, frame.packet());
        }
        assertTrue(client.isAtEnd());
    }

    /** Two who have bet 1000 and 2000 in a round that takes bets for a minute. */
    private List<NetClient> play(HostPort server) throws Exception {
        NetClient alice = sit(server, "앨리스", 1_000_000);
        NetClient bob = sit(server, "bob", 1_000_000);
        NetClient carol = sit(server, "carol", 1_000_000);
        alice.send(new GameStartRequest());
        assertTrue(hear(alice, GameStartResponse.class).result().isSuccess());
        alice.send(new GameBetRequest(1, 1000L));
        assertTrue(hear(alice, GameBetResponse.class).result().isSuccess());
        bob.send(new GameBetRequest(2, 2000L));
        assertTrue(hear(bob, GameBetResponse.class).result().isSuccess());
        return List.of(alice, bob, carol);
    }

    @Test
    void whoStopsItGetsTheBetsBackToTheirOwners() throws Exception {
        try (ServerProcess server = start()) {
            NetClient bob = play(server.awaitReady()).get(1);

            server.terminate();

            assertEquals(
                    new GamePayoutNotify(2, 2000, 2000, 1_000_000),
                    hear(bob, GamePayoutNotify.class));
            assertEquals(new GameStateNotify(1, 0, 1), hear(bob, GameStateNotify.class));
            assertEquals(ErrorNotify.of(ErrorCode.SERVER_DRAINING), hear(bob, ErrorNotify.class));
            expectNothingButLeaving(bob);
            assertEquals(0, server.awaitExit(TestServer.PATIENCE));
        }
    }

    /** Half of the time is for the bets, and half of it for those who are connected. */
    @Test
    void aWalletThatIsAwayDoesNotKeepItLongerThanTheDrainTimeout() throws Exception {
        try (ApiFixture api = ApiFixture.start()) {
            api.answers(
                    200, "{\"valid\":true,\"outcome\":\"held\",\"balance\":1000000,\"changes\":1}");
            try (ServerProcess server =
                    ServerProcess.start(
                            JAR,
                            "--bind=127.0.0.1:0",
                            "--betting-time=1m",
                            "--drain-timeout=2s",
                            "--api=" + api.address())) {
                NetClient carol = play(server.awaitReady()).get(2);
                api.answers(503, "{}");

                server.terminate();

                assertEquals(0, server.awaitExit(Duration.ofSeconds(4)));
                assertEquals(
                        ErrorNotify.of(ErrorCode.SERVER_DRAINING), hear(carol, ErrorNotify.class));
                assertTrue(server.errors().contains("rounds are not settled"), server::errors);
            }
        }
    }

    @Test
    void whatAKilledServerHeldGoesBackWhenItStartsAgain() throws Exception {
        try (ServerProcess server = start()) {
            play(server.awaitReady());
            server.kill();
            server.awaitExit(TestServer.PATIENCE);
        }
        try (ServerProcess server = start()) {
            HostPort address = server.awaitReady();
            sit(address, "앨리스", 1_000_000);
            sit(address, "bob", 1_000_000);
            assertTrue(server.errors().contains("bets given back=2"), server::errors);
        }
    }

    @Test
    void aFileIsForOneServer() throws Exception {
        try (ServerProcess first = start();
                ServerProcess second = waitFor(first)) {
            assertEquals(1, second.awaitExit(TestServer.PATIENCE));
            assertTrue(
                    second.errors().contains("baccarat-server: can't use --wallet-file: "),
                    second::errors);
        }
    }

    private ServerProcess waitFor(ServerProcess first) {
        first.awaitReady();
        return start();
    }

    @Test
    void wrongOptionsAreOneLineAndAHint() throws Exception {
        assertFails("--decks=0", "--decks: 0 is not in 1..100");
        assertFails("--min-bet=0", "--min-bet: 0 is not in 1..1000000000000000");
        assertFails("--max-bet=99", "--max-bet: 99 is not in 100..1000000000000000");
    }

    private static void assertFails(String option, String message) throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, option)) {
            assertEquals(2, server.awaitExit(TestServer.PATIENCE));
            assertEquals(
                    List.of(
                            "baccarat-server: " + message,
                            "Try 'baccarat-server --help' for the options."),
                    server.errors().lines().toList());
        }
    }
}
