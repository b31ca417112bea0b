package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session is opened once, and closed once and last, however it ends. */
@ExtendWith(NoLeaks.class)
class SessionLifeLoopbackTest {
    private final SessionRecorder recorder = new SessionRecorder();

    /** "bye" closes its session in the middle of what else it has sent. */
    private void onEcho(Session session, Echo echo) {
        recorder.echo(session, echo);
        if (Talk.text(echo).equals("bye")) {
            session.close(CloseReason.LOGGED_IN_ELSEWHERE);
        }
    }

    private TestServer start(Setup setup) {
        return setup.server().listener(recorder).onEcho(this::onEcho).start();
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatGoesIsReportedOnceAndLast(Setup setup) throws Exception {
        try (TestServer server = start(setup)) {
            NetClient client = server.connect();
            client.send(Talk.echo("a"));
            Talk.expectEcho(client, Talk.echo("a"));

            client.close();

            recorder.awaitEvents("opened", "echo a", "closed PEER_CLOSED");
            assertEquals(1, server.counters().closed(CloseReason.PEER_CLOSED).sum());
        }
        recorder.assertNothingMore();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsHandledAfterTheSessionIsClosed(Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient client = server.connect()) {
            client.send(Talk.echo("a"));
            client.send(Talk.echo("bye"));
            client.send(Talk.echo("b"));

            Talk.expectEcho(client, Talk.echo("a"));
            Talk.expectEcho(client, Talk.echo("bye"));
            Talk.expectError(client, ErrorCode.LOGGED_IN_ELSEWHERE);
            Talk.expectClosed(client);

            recorder.awaitEvents("opened", "echo a", "echo bye", "closed LOGGED_IN_ELSEWHERE");
        }
        recorder.assertNothingMore();
    }

    @ParameterizedTest
    @EnumSource
    void theNoticeOfAReasonIsTheLastThatIsSent(CloseReason reason) throws Exception {
        try (TestServer server = start(Setup.EVENT_LOOPS);
                NetClient client = server.connect()) {
            Session session = recorder.awaitOpened();
            session.send(Talk.echo("last words"));

            session.close(reason);
            session.send(Talk.echo("never sent"));

            Talk.expectEcho(client, Talk.echo("last words"));
            Optional<ErrorCode> notice = reason.notice();
            if (notice.isPresent()) {
                Talk.expectError(client, notice.get());
            }
            Talk.expectClosed(client);
            recorder.awaitEvents("opened", "closed " + reason);
            assertEquals(1, server.counters().closed(reason).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirstReasonCounts(Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient client = server.connect()) {
            Session session = recorder.awaitOpened();

            session.close(CloseReason.LOGGED_IN_ELSEWHERE);
            session.close(CloseReason.HEARTBEAT_TIMEOUT);

            Talk.expectError(client, ErrorCode.LOGGED_IN_ELSEWHERE);
            Talk.expectClosed(client);
            recorder.awaitEvents("opened", "closed LOGGED_IN_ELSEWHERE");
        }
        recorder.assertNothingMore();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnyThreadSendsArrivesInItsOrder(Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient client = server.connect()) {
            Session session = recorder.awaitOpened();

            for (int i = 0; i < 1000; i++) {
                session.send(Talk.echo("line " + i));
            }

            for (int i = 0; i < 1000; i++) {
                Talk.expectEcho(client, Talk.echo("line " + i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onePacketSentManyTimesArrivesWholeEachTime(Setup setup) throws Exception {
        try (TestServer server = start(setup);
                NetClient client = server.connect();
                NetClient neighbour = server.connect()) {
            List<Session> sessions = List.of(recorder.awaitOpened(), recorder.awaitOpened());
            Echo broadcast = Talk.numberedEcho(7, 700);

            for (int i = 0; i < 300; i++) {
                sessions.forEach(session -> session.send(broadcast));
            }

            for (int i = 0; i < 300; i++) {
                Talk.expectEcho(client, broadcast);
                Talk.expectEcho(neighbour, broadcast);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void idsStartAtOneAndAreNotUsedAgain(Setup setup) throws Exception {
        try (TestServer server = start(setup)) {
            List<Long> ids = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                try (NetClient client = server.connect()) {
                    Talk.assertServed(client);
                    ids.add(recorder.awaitOpened().id());
                }
                Eventually.equal(0, server.server()::openSessions);
            }

            assertEquals(List.of(1L, 2L, 3L), ids);
        }
    }

    @ParameterizedTest
    @EnumSource
    void connectionsThatAreClosedAtOnceLeaveNothingBehind(Setup setup) throws Exception {
        try (TestServer server = start(setup)) {
            int clients = 300;

            for (int i = 0; i < clients; i++) {
                server.connect().close();
            }

            Eventually.equal(clients, server.counters().closed(CloseReason.PEER_CLOSED)::sum);
            Eventually.equal(0, server.server()::openSessions);
            assertEquals(clients, server.counters().sessionsOpened.sum());
        }
    }
}
