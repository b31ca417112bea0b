package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.Threading;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was sent before the end arrives, though its reader takes two seconds to begin. */
@ExtendWith(NoLeaks.class)
class LastWordsLoopbackTest {
    private static final int PACKETS = 20_000;
    private static final Echo PACKET = Talk.numberedEcho(1, 1000);

    private final SessionRecorder recorder = new SessionRecorder();

    private static void pause(NetClient client) throws InterruptedException {
        client.reading(false);
        // Nobody counts this down: the client is busy with something else for a while.
        boolean woken = new CountDownLatch(1).await(2, TimeUnit.SECONDS);
        client.reading(!woken);
    }

    private Session floodedSession() throws InterruptedException {
        Session session = recorder.awaitOpened();
        for (int i = 0; i < PACKETS; i++) {
            session.send(PACKET);
        }
        return session;
    }

    @ParameterizedTest
    @EnumSource
    void arriveBeforeTheSessionIsClosed(Setup setup) throws Exception {
        try (TestServer server = setup.server().listener(recorder).start();
                NetClient client = server.connect()) {
            client.reading(false);
            Session session = floodedSession();

            session.close(CloseReason.LOGGED_IN_ELSEWHERE);
            pause(client);

            for (int i = 0; i < PACKETS; i++) {
                Talk.expectEcho(client, PACKET);
            }
            Talk.expectError(client, ErrorCode.LOGGED_IN_ELSEWHERE);
            Talk.expectClosed(client);
        }
    }

    /** By which the client says that it has said all, not that it has heard all. */
    @ParameterizedTest
    @EnumSource
    void arriveThoughTheClientClosesItsOutputMeanwhile(Threading threading) throws Exception {
        try (TestServer server =
                        threading.server().with("--io-threads", 1).listener(recorder).start();
                Socket client = new Socket(server.address().host(), server.address().port())) {
            Session session = floodedSession();
            try (NetClient neighbour = server.connect()) {
                session.close(CloseReason.LOGGED_IN_ELSEWHERE);
                Eventually.equal(1, server.counters().closed(CloseReason.LOGGED_IN_ELSEWHERE)::sum);
                Talk.assertServed(neighbour); // The event loop has begun to close the connection.

                client.shutdownOutput();
                Talk.assertServed(neighbour);
            }

            int echoes = PACKETS * (PacketHeader.LENGTH + PACKET.payload().size());
            int notice = PacketHeader.LENGTH + Short.BYTES;
            assertEquals(echoes + notice, client.getInputStream().readAllBytes().length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void arriveWithinTheDrainTimeout(Setup setup) throws Exception {
        try (TestServer server = setup.server().listener(recorder).start();
                NetClient client = server.connect()) {
            client.reading(false);
            floodedSession();

            CompletableFuture<Void> draining =
                    CompletableFuture.runAsync(() -> server.drain(TestServer.PATIENCE));
            pause(client);

            for (int i = 0; i < PACKETS; i++) {
                Talk.expectEcho(client, PACKET);
            }
            Talk.expectError(client, ErrorCode.SERVER_DRAINING);
            Talk.expectClosed(client);
            draining.get(10, TimeUnit.SECONDS);
        }
    }
}
