package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Received;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NoLeaks.class)
class RequestRateLoopbackTest {
    private static final ErrorNotify WARNING = ErrorNotify.of(ErrorCode.TOO_MANY_REQUESTS);
    private static final PingResponse ANSWER = new PingResponse((short) 1);

    /** In one piece, so that hardly any time passes in which a rate would allow more. */
    private static void sendPings(NetClient client, int count) {
        byte[] ping = Frames.frame(201, Hex.bytes("01 00"));
        client.sendRaw(Frames.join(Collections.nCopies(count, ping)));
    }

    private static List<Received> everythingUntilTheEnd(NetClient client)
            throws InterruptedException {
        List<Received> received = new ArrayList<>();
        for (Frame frame = client.poll(TestServer.PATIENCE);
                frame != null && frame.packet() != null;
                frame = client.poll(TestServer.PATIENCE)) {
            received.add(frame.packet());
        }
        assertTrue(client.isAtEnd(), "the connection is open");
        return received;
    }

    @ParameterizedTest
    @EnumSource
    void aBurstOfTwiceTheRateIsAnswered(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--max-requests-per-second", 500).start();
                NetClient client = server.connect()) {
            sendPings(client, 1000);

            for (int i = 0; i < 1000; i++) {
                assertEquals(ANSWER, client.expect(PingResponse.class, TestServer.PATIENCE));
            }
            assertEquals(0, server.counters().closed(CloseReason.TOO_MANY_REQUESTS).sum());
            assertEquals(1, server.server().openSessions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoGoesOnOverTheLimitIsToldOnceAndClosed(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--max-requests-per-second", 10).start();
                NetClient client = server.connect()) {
            sendPings(client, 2000);

            List<Received> received = everythingUntilTheEnd(client);

            int answers = Collections.frequency(received, ANSWER);
            assertEquals(1, Collections.frequency(received, WARNING));
            assertTrue(answers >= 20 && answers < 100, answers + " answers");
            assertEquals(answers + 1, received.size());
            assertEquals(1, server.counters().closed(CloseReason.TOO_MANY_REQUESTS).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoIsToldAndStopsIsNotClosed(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--max-requests-per-second", 100).start();
                NetClient client = server.connect()) {
            sendPings(client, 290);

            List<Received> received = new ArrayList<>();
            for (int i = 0; i < 291; i++) {
                received.add(client.expect(Packet.class, TestServer.PATIENCE));
            }

            assertEquals(290, Collections.frequency(received, ANSWER));
            assertEquals(1, Collections.frequency(received, WARNING));
            int before = received.indexOf(WARNING);
            assertTrue(before >= 200, "told before the answers, after " + before);
            assertEquals(1, server.server().openSessions());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNeighbourHasALimitOfItsOwn(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--max-requests-per-second", 10).start();
                NetClient client = server.connect();
                NetClient neighbour = server.connect()) {
            sendPings(client, 2000);
            everythingUntilTheEnd(client);

            Talk.assertServed(neighbour);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLimitOfZeroIsOff(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--max-requests-per-second", 0).start();
                NetClient client = server.connect()) {
            sendPings(client, 5000);

            for (int i = 0; i < 5000; i++) {
                assertEquals(ANSWER, client.expect(PingResponse.class, TestServer.PATIENCE));
            }
        }
    }
}
