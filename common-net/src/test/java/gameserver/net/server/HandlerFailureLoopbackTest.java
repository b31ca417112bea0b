package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A bug of ours ends the session that has met it, and no other. */
@ExtendWith(NoLeaks.class)
class HandlerFailureLoopbackTest {
    private final SessionRecorder recorder = new SessionRecorder();

    static Stream<Arguments> failures() {
        return Stream.of("exception", "error", "too large")
                .flatMap(
                        failure ->
                                Arrays.stream(Setup.values())
                                        .map(setup -> Arguments.of(failure, setup)));
    }

    /** Fails as the client says. */
    private void onEcho(Session session, Echo echo) {
        switch (Talk.text(echo)) {
            case "exception" -> throw new IllegalStateException("thrown by a test");
            case "error" -> throw new AssertionError("thrown by a test");
            case "too large" -> session.send(new Echo(Bytes.of(new byte[65536])));
            default -> recorder.echo(session, echo);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("failures")
    void endsTheSessionAfterTheAnswersToWhatCameBefore(String failure, Setup setup)
            throws Exception {
        try (TestServer server = setup.server().listener(recorder).onEcho(this::onEcho).start();
                NetClient client = server.connect()) {
            client.send(Talk.echo("before"));
            client.send(Talk.echo(failure));
            client.send(Talk.echo("after"));

            Talk.expectEcho(client, Talk.echo("before"));
            Talk.expectClosed(client);

            recorder.awaitEvents("opened", "echo before", "closed HANDLER_FAILED");
            assertEquals(1, server.counters().closed(CloseReason.HANDLER_FAILED).sum());
        }
        recorder.assertNothingMore();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("failures")
    void leavesTheNeighboursAlone(String failure, Setup setup) throws Exception {
        try (TestServer server = setup.server().onEcho(this::onEcho).start();
                NetClient client = server.connect();
                NetClient neighbour = server.connect();
                NetClient other = server.connect()) {
            Talk.assertServed(neighbour);
            client.send(Talk.echo(failure));
            Talk.expectClosed(client);

            Talk.assertServed(neighbour);
            Talk.assertServed(other);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsToOpenClosesThatConnectionOnly(Setup setup) throws Exception {
        AtomicInteger sessions = new AtomicInteger();
        SessionListener<Session> failsOnce =
                SessionListener.of(
                        session -> {
                            if (sessions.incrementAndGet() == 1) {
                                throw new IllegalStateException("thrown by a test");
                            }
                            return session;
                        });
        try (TestServer server = setup.server().listener(failsOnce).start();
                NetClient client = server.connect()) {
            Talk.expectClosed(client);

            try (NetClient neighbour = server.connect()) {
                Talk.assertServed(neighbour);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatFailsToCloseLeavesTheNeighboursAlone(Setup setup) throws Exception {
        SessionListener<Session> failsToClose =
                new SessionListener<>() {
                    @Override
                    public Session onOpened(Session session) {
                        return recorder.onOpened(session);
                    }

                    @Override
                    public void onClosed(Session session, CloseReason reason) {
                        recorder.onClosed(session, reason);
                        throw new IllegalStateException("thrown by a test");
                    }
                };
        try (TestServer server = setup.server().listener(failsToClose).start();
                NetClient neighbour = server.connect()) {
            Talk.assertServed(neighbour);
            server.connect().close();
            recorder.awaitEvents("opened", "opened", "closed PEER_CLOSED");

            Talk.assertServed(neighbour);
        }
    }
}
