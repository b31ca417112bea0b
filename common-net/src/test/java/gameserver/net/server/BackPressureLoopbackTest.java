package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A logic thread that can't keep up: the flood waits with its sender, not in the server. */
@ExtendWith(NoLeaks.class)
class BackPressureLoopbackTest {
    /** Far more than sockets hold. */
    private static final int FLOOD = 40_000;

    private static final int PACKET = 1000;

    /** The share of the mailbox, and what one read may bring on top of it. */
    private static final int MOST = Limits.MAILBOX_SHARE + 1500;

    private final LogicThread logic = new LogicThread("logic");
    private final TestServer server = TestServer.logic(logic).with("--io-threads", 1).start();
    private final Gate gate = new Gate();

    @AfterEach
    void close() {
        gate.close();
        server.close();
    }

    private NetClient floodBehindTheGate() throws Exception {
        NetClient flooder = server.connect();
        Talk.assertServed(flooder);
        logic.execute(gate::pass);
        gate.awaitReached();
        for (int i = 0; i < FLOOD; i++) {
            flooder.send(Talk.numberedEcho(i, PACKET));
        }
        Eventually.isTrue(
                "the share is used",
                () -> server.counters().packetsReceived.sum() >= Limits.MAILBOX_SHARE);
        return flooder;
    }

    @Test
    void stopsReadingFromAFlooderAtItsShare() throws Exception {
        floodBehindTheGate();
        letTheEventLoopGoRound();

        long waiting = server.counters().packetsReceived.sum();

        assertTrue(waiting <= MOST, waiting + " packets wait");
    }

    /** Each connection is accepted in another round of the event loop, which could read as well. */
    private void letTheEventLoopGoRound() throws Exception {
        for (int i = 2; i <= 30; i++) {
            server.connect();
            Eventually.equal(i, server.counters().sessionsOpened::sum);
        }
    }

    @Test
    void losesNothingAndKeepsTheOrderWhenItGoesOn() throws Exception {
        NetClient flooder = floodBehindTheGate();

        gate.open();

        for (int i = 0; i < FLOOD; i++) {
            Talk.expectEcho(flooder, Talk.numberedEcho(i, PACKET));
        }
    }

    @Test
    void servesANeighbourAsSoonAsItGoesOn() throws Exception {
        floodBehindTheGate();
        try (NetClient neighbour = server.connect()) {
            gate.open();

            Talk.assertServed(neighbour);
        }
    }
}
