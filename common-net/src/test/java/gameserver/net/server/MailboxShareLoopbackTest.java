package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The share of a session is counted in packets, so the smallest packets fit it as well. */
@ExtendWith(NoLeaks.class)
class MailboxShareLoopbackTest {
    @Test
    void holdsForTheSmallestPacketsToo() throws Exception {
        LogicThread logic = new LogicThread("logic");
        try (TestServer server = TestServer.logic(logic).with("--io-threads", 1).start();
                Gate gate = new Gate();
                NetClient flooder = server.connect()) {
            Talk.assertServed(flooder);
            logic.execute(gate::pass);
            gate.awaitReached();
            flooder.sendRaw(Frames.join(Collections.nCopies(500_000, Frames.frame(201))));
            for (int i = 2; i <= 30; i++) {
                server.connect();
                Eventually.equal(i, server.counters().sessionsOpened::sum);
            }

            long waiting = server.counters().packetsReceived.sum();

            assertTrue(waiting <= 10L * Limits.MAILBOX_SHARE, waiting + " packets wait");
        }
    }
}
