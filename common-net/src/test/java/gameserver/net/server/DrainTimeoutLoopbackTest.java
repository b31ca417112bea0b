package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a logic thread says that was left behind is dropped, and its buffers are released. */
@ExtendWith(NoLeaks.class)
class DrainTimeoutLoopbackTest {
    @Test
    void leavesABusyLogicThreadBehindAndCutsItsClientsOff() throws Exception {
        LogicThread logic = new LogicThread("busy");
        try (TestServer server = TestServer.logic(logic).start();
                Gate gate = new Gate();
                NetClient client = server.connect()) {
            Talk.assertServed(client);
            logic.execute(gate::pass);
            gate.awaitReached();

            assertTimeout(Duration.ofSeconds(3), () -> server.drain(Duration.ofMillis(600)));

            Talk.expectClosed(client);
        }
        assertTrue(logic.close(TestServer.PATIENCE));
    }
}
