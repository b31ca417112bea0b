package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who does not read pays for it, and nobody else. That its output is freed, NoLeaks tells. */
@ExtendWith(NoLeaks.class)
class SlowConsumerLoopbackTest {
    /** More than the buffers of two sockets take. */
    private static final int FLOOD = 20_000;

    private static final Echo PACKET = Talk.numberedEcho(1, 1000);

    private final SessionRecorder recorder = new SessionRecorder();

    /** An echo "flood" is answered with more than a client gets that does not read. */
    private void onEcho(Session session, Echo echo) {
        if (Talk.text(echo).equals("flood")) {
            for (int i = 0; i < FLOOD; i++) {
                session.send(PACKET);
            }
        } else {
            session.send(echo);
        }
    }

    private TestServer start(Setup setup, String option, Object value) {
        return setup.server().listener(recorder).onEcho(this::onEcho).with(option, value).start();
    }

    private static NetClient deaf(TestServer server) throws Exception {
        NetClient client = server.connect();
        Talk.assertServed(client);
        client.reading(false);
        return client;
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotReadForTheTimeoutIsCutWhileANeighbourIsServed(Setup setup) throws Exception {
        try (TestServer server = start(setup, "--slow-consumer-timeout", "200ms");
                NetClient deaf = deaf(server);
                NetClient neighbour = server.connect()) {
            Talk.assertServed(neighbour);
            deaf.send(Talk.echo("flood"));

            Eventually.equal(1, server.counters().closed(CloseReason.SLOW_CONSUMER)::sum);

            Eventually.equal(1, server.server()::openSessions);
            Talk.assertServed(neighbour);
            recorder.awaitEvents("opened", "opened", "closed SLOW_CONSUMER");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoHasTooMuchUnreadIsCutAtOnceWhileANeighbourIsServed(Setup setup) throws Exception {
        try (TestServer server = start(setup, "--max-pending-output", 200_000);
                NetClient deaf = deaf(server);
                NetClient neighbour = server.connect()) {
            Talk.assertServed(neighbour);
            deaf.send(Talk.echo("flood"));

            Eventually.equal(1, server.counters().closed(CloseReason.SLOW_CONSUMER)::sum);

            Talk.assertServed(neighbour);
            recorder.awaitEvents("opened", "opened", "closed SLOW_CONSUMER");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoReadsAfterAllGetsEverythingWhenBothLimitsAreOff(Setup setup) throws Exception {
        try (TestServer server = start(setup, "--slow-consumer-timeout", 0);
                NetClient deaf = deaf(server);
                NetClient neighbour = server.connect()) {
            deaf.send(Talk.echo("flood"));
            Talk.assertServed(neighbour);

            deaf.reading(true);

            for (int i = 0; i < FLOOD; i++) {
                Talk.expectEcho(deaf, PACKET);
            }
            assertEquals(0, server.counters().closed(CloseReason.SLOW_CONSUMER).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoDoesNotReadAnswersIsAskedForNoMoreQuestionsAndLosesNone(Setup setup) throws Exception {
        try (TestServer server = start(setup, "--slow-consumer-timeout", 0);
                NetClient deaf = deaf(server);
                NetClient neighbour = server.connect()) {
            for (int i = 0; i < FLOOD; i++) {
                deaf.send(Talk.numberedEcho(i, 1000));
            }
            Talk.assertServed(neighbour);

            deaf.reading(true);

            for (int i = 0; i < FLOOD; i++) {
                Talk.expectEcho(deaf, Talk.numberedEcho(i, 1000));
            }
        }
    }
}
