package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.packet.Echo;
import gameserver.net.session.Session;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A handler that does not return: whose business it is, and that it is told of. */
@ExtendWith(NoLeaks.class)
final class StuckLogicLoopbackTest {
    private final Gate gate = new Gate();

    private void onEcho(Session session, Echo echo) {
        if (Talk.text(echo).equals("stay")) {
            session.describe("the one who stays");
            gate.pass();
        }
        session.send(echo);
    }

    private static void awaitTold(LogCapture log) {
        Eventually.isTrue("told", () -> !log.lines("logic thread stuck").isEmpty());
    }

    /** One that is served, so that the next to connect has the next number. */
    private static NetClient connect(TestServer server) throws Exception {
        NetClient client = server.connect();
        Talk.assertServed(client);
        return client;
    }

    /** Sessions begin on the two threads in turn, the first one on the second thread. */
    @Test
    void keepsTheOthersOfItsThreadWaitingAndNobodyElse() throws Exception {
        List<LogicExecutor> logics = List.of(new LogicThread("one"), new LogicThread("two"));
        try (LogCapture log = new LogCapture();
                TestServer server = TestServer.logics(logics).onEcho(this::onEcho).start();
                gate;
                NetClient staying = connect(server);
                NetClient elsewhere = connect(server);
                NetClient neighbour = connect(server)) {
            staying.send(Talk.echo("stay"));
            gate.awaitReached();
            neighbour.send(Talk.echo("waits"));
            awaitTold(log);
            Talk.assertServed(elsewhere);
            assertTrue(neighbour.poll(Duration.ZERO) == null, "served by a thread that is stuck");
            assertEquals(1, server.counters().logicStuck.sum());
            gate.open();

            Talk.expectEcho(neighbour, Talk.echo("waits"));
            Talk.expectEcho(staying, Talk.echo("stay"));
            Eventually.isTrue("over", () -> !log.lines("logic thread goes on").isEmpty());
            assertEquals(1, log.lines("stuck thread=two at=session 1 (the one who stays)").size());
            assertEquals(1, log.lines("goes on thread=two").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void isToldOfWhereverHandlersRun(Threading threading) throws Exception {
        try (LogCapture log = new LogCapture();
                TestServer server = threading.server().onEcho(this::onEcho).start();
                gate;
                NetClient client = server.connect()) {
            client.send(Talk.echo("stay"));

            awaitTold(log);

            gate.open();
            Talk.expectEcho(client, Talk.echo("stay"));
        }
    }
}
