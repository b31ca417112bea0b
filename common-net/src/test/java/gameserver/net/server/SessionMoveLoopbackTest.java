package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.LogicThread;
import gameserver.net.logic.NotOwnerThreadException;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.session.Session;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions that go from one logic thread to another, and that wait. */
@ExtendWith(NoLeaks.class)
class SessionMoveLoopbackTest {
    private final List<LogicExecutor> logics =
            List.of(new LogicThread("a"), new LogicThread("b"), new LogicThread("c"));

    private LogicExecutor current() {
        return logics.stream().filter(LogicExecutor::isCurrent).findFirst().orElseThrow();
    }

    private LogicExecutor next() {
        return logics.get((logics.indexOf(current()) + 1) % logics.size());
    }

    /** Answers once here and once there. */
    private void echoOnTheMove(Session session, Echo echo) {
        session.send(echo);
        LogicExecutor next = next();
        session.continueOn(
                next,
                () -> {
                    next.requireCurrent(session);
                    session.send(echo);
                });
    }

    @Test
    void allIsHandledAndAnsweredInOrderWhereverTheSessionIs() throws Exception {
        try (TestServer server = TestServer.logics(logics).onEcho(this::echoOnTheMove).start();
                NetClient client = server.connect()) {
            for (int i = 0; i < 2000; i++) {
                client.send(Talk.numberedEcho(i, 8));
            }
            for (int i = 0; i < 2000; i++) {
                Talk.expectEcho(client, Talk.numberedEcho(i, 8));
                Talk.expectEcho(client, Talk.numberedEcho(i, 8));
            }
        }
    }

    @Test
    void whatAThreadSendsArrivesInItsOrderAlsoWhenTheSessionComesToIt() throws Exception {
        try (TestServer server =
                        TestServer.logics(logics).onEcho(this::moveWhileTheNextSends).start();
                NetClient client = server.connect()) {
            client.send(Talk.echo("3"));

            Talk.expectEcho(client, Talk.echo("1"));
            Talk.expectEcho(client, Talk.echo("2"));
            Talk.expectEcho(client, Talk.echo("3"));
        }
    }

    /** The thread of the session had to do it already when something else was sent to it. */
    @Test
    void whatIsSentFromElsewhereOvertakesNothing() throws Exception {
        SessionRecorder recorder = new SessionRecorder();
        LogicExecutor logic = logics.get(0);
        try (TestServer server =
                        TestServer.logics(logics.subList(0, 1)).listener(recorder).start();
                Gate gate = new Gate();
                NetClient client = server.connect()) {
            Session session = recorder.awaitOpened();
            logic.execute(gate::pass);
            gate.awaitReached();
            logic.execute(() -> session.send(Talk.echo("1")));
            session.send(Talk.echo("2"));

            gate.open();

            Talk.expectEcho(client, Talk.echo("1"));
            Talk.expectEcho(client, Talk.echo("2"));
        }
        logics.subList(1, 3).forEach(other -> other.close(TestServer.PATIENCE));
    }

    /** The next thread sends something before the session has moved to it, and after that. */
    private void moveWhileTheNextSends(Session session, Echo echo) {
        LogicExecutor next = next();
        Gate sent = new Gate();
        next.execute(
                () -> {
                    session.send(Talk.echo("1"));
                    sent.open();
                    while (!isOn(session)) {
                        Thread.onSpinWait();
                    }
                    session.send(Talk.echo("2"));
                });
        sent.pass();
        session.continueOn(next, () -> session.send(echo));
    }

    private static boolean isOn(Session session) {
        try {
            session.describe("");
            return true;
        } catch (NotOwnerThreadException e) {
            return false;
        }
    }

    @Test
    void aDisconnectComesAfterWhatWasGoingOn() throws Exception {
        SessionRecorder recorder = new SessionRecorder();
        try (TestServer server =
                TestServer.logics(logics)
                        .listener(recorder)
                        .onEcho(
                                (session, echo) ->
                                        session.continueOn(
                                                next(), () -> recorder.echo(session, echo)))
                        .start()) {
            NetClient client = server.connect();
            client.send(Talk.echo("1"));
            client.send(Talk.echo("2"));
            client.send(Talk.echo("3"));
            client.close();

            recorder.awaitEvents("opened", "echo 1", "echo 2", "echo 3", "closed PEER_CLOSED");
        }
    }

    @Test
    void whoWaitsKeepsNobodyElseWaiting() throws Exception {
        LinkedBlockingQueue<CompletableFuture<String>> questions = new LinkedBlockingQueue<>();
        try (TestServer server =
                        TestServer.logics(logics.subList(0, 1))
                                .onEcho((session, echo) -> ask(session, echo, questions))
                                .start();
                NetClient waiting = server.connect();
                NetClient neighbour = server.connect()) {
            waiting.send(Talk.echo("ask"));
            waiting.send(Talk.echo("after"));
            CompletableFuture<String> question = questions.poll(10, TimeUnit.SECONDS);
            assertNotNull(question, "nothing was asked");
            neighbour.send(Talk.echo("hi"));
            Talk.expectEcho(neighbour, Talk.echo("hi"));

            question.complete("answer");

            Talk.expectEcho(waiting, Talk.echo("answer"));
            Talk.expectEcho(waiting, Talk.echo("after"));
        }
        logics.subList(1, 3).forEach(logic -> logic.close(TestServer.PATIENCE));
    }

    private static void ask(
            Session session, Echo echo, LinkedBlockingQueue<CompletableFuture<String>> asked) {
        if (!Talk.text(echo).equals("ask")) {
            session.send(echo);
            return;
        }
        CompletableFuture<String> question = new CompletableFuture<>();
        asked.add(question);
        session.await(
                question,
                (answer, failure) -> {
                    assertNull(failure);
                    session.send(Talk.echo(answer));
                });
    }

    @Test
    void aResultIsHandledOnTheLogicThreadWhoeverCompletesIt() throws Exception {
        ScheduledExecutorService elsewhere = Executors.newSingleThreadScheduledExecutor();
        try (TestServer server =
                        TestServer.logics(logics)
                                .onEcho(
                                        (session, echo) -> {
                                            LogicExecutor here = current();
                                            CompletableFuture<Bytes> result =
                                                    new CompletableFuture<>();
                                            elsewhere.execute(
                                                    () -> result.complete(echo.payload()));
                                            session.await(
                                                    result,
                                                    (payload, failure) -> {
                                                        here.requireCurrent(session);
                                                        session.send(new Echo(payload));
                                                    });
                                        })
                                .start();
                NetClient client = server.connect()) {
            for (int i = 0; i < 500; i++) {
                client.send(Talk.numberedEcho(i, 8));
            }
            for (int i = 0; i < 500; i++) {
                Talk.expectEcho(client, Talk.numberedEcho(i, 8));
            }
        } finally {
            elsewhere.shutdown();
            assertEquals(true, elsewhere.awaitTermination(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void aFailureIsHandledToo() throws Exception {
        try (TestServer server =
                        TestServer.logics(logics)
                                .onEcho(
                                        (session, echo) ->
                                                session.await(
                                                        CompletableFuture.failedFuture(
                                                                new IllegalStateException("no")),
                                                        (nothing, failure) ->
                                                                session.send(
                                                                        Talk.echo(
                                                                                failure
                                                                                        .getMessage()))))
                                .start();
                NetClient client = server.connect()) {
            client.send(Talk.echo("1"));

            Talk.expectEcho(client, Talk.echo("no"));
        }
    }

    @Test
    void aFailureOfWhatFollowsCostsTheSessionOnly() throws Exception {
        try (TestServer server =
                        TestServer.logics(logics)
                                .onEcho(
                                        (session, echo) ->
                                                session.continueOn(
                                                        next(),
                                                        () -> {
                                                            throw new IllegalStateException("bug");
                                                        }))
                                .start();
                NetClient client = server.connect();
                NetClient neighbour = server.connect()) {
            client.send(Talk.echo("1"));

            Talk.expectClosed(client);
            Talk.assertServed(neighbour);
        }
    }
}
