package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The orderly stop: everyone is told, what waits is answered, and it ends in time. */
@ExtendWith(NoLeaks.class)
class DrainLoopbackTest {
    private final SessionRecorder recorder = new SessionRecorder();

    @ParameterizedTest
    @EnumSource
    void tellsEveryoneAndClosesEveryConnection(Setup setup) throws Exception {
        try (TestServer server = setup.server().start()) {
            List<NetClient> clients = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                clients.add(server.connect());
                Talk.assertServed(clients.get(i));
            }

            server.drain(TestServer.PATIENCE);

            for (NetClient client : clients) {
                Talk.expectError(client, ErrorCode.SERVER_DRAINING);
                Talk.expectClosed(client);
            }
            assertEquals(10, server.counters().closed(CloseReason.SERVER_DRAINING).sum());
            assertEquals(0, server.server().openSessions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void reportsEverySessionAsClosedOnce(Setup setup) throws Exception {
        try (TestServer server = setup.server().listener(recorder).start();
                NetClient client = server.connect()) {
            Talk.assertServed(client);

            server.drain(TestServer.PATIENCE);

            recorder.awaitEvents("opened", "closed SERVER_DRAINING");
        }
    }

    @Test
    void answersWhatIsWaitingBeforeItTellsAndCloses() throws Exception {
        LogicThread logic = new LogicThread("logic");
        try (TestServer server = TestServer.logic(logic).start();
                Gate gate = new Gate();
                NetClient client = server.connect()) {
            Talk.assertServed(client);
            logic.execute(gate::pass);
            gate.awaitReached();
            for (int i = 0; i < 100; i++) {
                client.send(Talk.numberedEcho(i, 100));
            }
            Eventually.equal(101, server.counters().packetsReceived::sum);

            CompletableFuture<Void> draining =
                    CompletableFuture.runAsync(() -> server.drain(TestServer.PATIENCE));
            Eventually.isTrue("draining", server.server()::isDraining);
            gate.open();

            for (int i = 0; i < 100; i++) {
                Talk.expectEcho(client, Talk.numberedEcho(i, 100));
            }
            Talk.expectError(client, ErrorCode.SERVER_DRAINING);
            Talk.expectClosed(client);
            draining.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void takesNoNewConnections() throws Exception {
        try (TestServer server = TestServer.start()) {
            server.drain(TestServer.PATIENCE);

            assertThrows(IOException.class, server::connect);
        }
    }

    @Test
    void saysThatItDrains() {
        try (TestServer server = TestServer.start()) {
            assertFalse(server.server().isDraining());

            server.drain(TestServer.PATIENCE);

            assertTrue(server.server().isDraining());
        }
    }

    @ParameterizedTest
    @EnumSource
    void doesNotWaitForAClientThatNeverCloses(Threading threading) throws Exception {
        try (TestServer server = threading.server().listener(recorder).start();
                Socket never = new Socket(server.address().host(), server.address().port())) {
            never.setSoTimeout(Math.toIntExact(TestServer.PATIENCE.toMillis()));
            recorder.awaitOpened();

            assertTimeout(Duration.ofSeconds(5), () -> server.drain(TestServer.PATIENCE));

            assertEquals(0, server.server().openSessions());
            assertTrue(never.getInputStream().readAllBytes().length > 0, "nothing was told");
        }
    }

    @Test
    void leavesABusyLogicThreadBehindWhenTheTimeIsOver() {
        LogicThread logic = new LogicThread("busy");
        try (TestServer server = TestServer.logic(logic).start();
                Gate gate = new Gate()) {
            logic.execute(gate::pass);
            gate.awaitReached();

            assertTimeout(Duration.ofSeconds(3), () -> server.drain(Duration.ofMillis(600)));
        }
        assertTrue(logic.close(TestServer.PATIENCE));
    }

    /** Each of them would take the whole time, if it were given to one after the other. */
    @Test
    void waitsForAllBusyLogicThreadsAtOnce() {
        List<LogicThread> busy =
                Stream.of("a", "b", "c", "d", "e", "f").map(LogicThread::new).toList();
        try (TestServer server = TestServer.logics(List.copyOf(busy)).start();
                Gate gate = new Gate()) {
            busy.forEach(logic -> logic.execute(gate::pass));

            assertTimeout(Duration.ofSeconds(3), () -> server.drain(Duration.ofMillis(600)));
        }
        busy.forEach(logic -> assertTrue(logic.close(TestServer.PATIENCE)));
    }

    @Test
    void endsAtOnceWhenNobodyIsThere() {
        try (TestServer server = TestServer.start()) {
            assertTimeout(Duration.ofSeconds(2), () -> server.drain(TestServer.PATIENCE));
        }
    }

    @Test
    void endsTheLogicThread() {
        LogicThread logic = new LogicThread("logic");
        try (TestServer server = TestServer.logic(logic).start()) {
            server.drain(TestServer.PATIENCE);
        }

        // Closing again only tells whether it has ended.
        assertTrue(logic.close(Duration.ofMillis(1)));
    }
}
