package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.logic.LogicThread;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.net.Socket;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that has said all it wants to say still gets its answers, and then the end. */
@ExtendWith(NoLeaks.class)
class HalfCloseLoopbackTest {
    private static final int REQUESTS = 100;

    private final SessionRecorder recorder = new SessionRecorder();

    private static Socket connect(TestServer server) throws Exception {
        Socket client = new Socket(server.address().host(), server.address().port());
        client.setSoTimeout(Math.toIntExact(TestServer.PATIENCE.toMillis()));
        return client;
    }

    private static byte[] sendAllAndHalfClose(Socket client) throws Exception {
        byte[] requests = Frames.join(Collections.nCopies(REQUESTS, Frames.echo((byte) 1)));
        client.getOutputStream().write(requests);
        client.shutdownOutput();
        return requests;
    }

    @ParameterizedTest
    @EnumSource
    void getsAllAnswersAndTheEnd(Threading threading) throws Exception {
        try (TestServer server = threading.server().listener(recorder).start();
                Socket client = connect(server)) {
            byte[] requests = sendAllAndHalfClose(client);

            assertEquals(requests.length, client.getInputStream().readAllBytes().length);

            recorder.awaitEvents("opened", "closed PEER_CLOSED");
        }
        recorder.assertNothingMore();
    }

    @Test
    void getsThemAlthoughTheLogicThreadIsBusyWhenItCloses() throws Exception {
        LogicThread logic = new LogicThread("logic");
        try (TestServer server = TestServer.logic(logic).listener(recorder).start();
                Gate gate = new Gate();
                Socket client = connect(server)) {
            recorder.awaitOpened();
            logic.execute(gate::pass);
            gate.awaitReached();
            byte[] requests = sendAllAndHalfClose(client);
            Eventually.equal(REQUESTS, server.counters().packetsReceived::sum);

            gate.open();

            assertEquals(requests.length, client.getInputStream().readAllBytes().length);
        }
    }
}
