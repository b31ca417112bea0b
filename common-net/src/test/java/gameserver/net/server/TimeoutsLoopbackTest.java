package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.SessionState;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(NoLeaks.class)
class TimeoutsLoopbackTest {
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    /** Talks without a pause for twice the time after which silence is punished. */
    private static void talkOn(NetClient client) throws InterruptedException {
        long end = System.nanoTime() + TIMEOUT.multipliedBy(2).toNanos();
        while (System.nanoTime() < end) {
            Talk.assertServed(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatSendsNothingIsToldAndClosed(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--heartbeat-timeout", "400ms").start();
                NetClient silent = server.connect()) {
            Talk.expectError(silent, ErrorCode.HEARTBEAT_TIMEOUT);
            Talk.expectClosed(silent);

            assertEquals(1, server.counters().closed(CloseReason.HEARTBEAT_TIMEOUT).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatTalksIsNotClosedByTheHeartbeat(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--heartbeat-timeout", "400ms").start();
                NetClient client = server.connect()) {
            talkOn(client);

            Talk.assertServed(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatFallsSilentIsClosed(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--heartbeat-timeout", "400ms").start();
                NetClient client = server.connect()) {
            talkOn(client);

            Talk.expectError(client, ErrorCode.HEARTBEAT_TIMEOUT);
            Talk.expectClosed(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatDoesNotLogInIsToldAndClosedAlthoughItTalks(Setup setup) throws Exception {
        try (TestServer server =
                        setup.server()
                                .initialState(SessionState.CONNECTED)
                                .with("--login-timeout", "400ms")
                                .start();
                NetClient silent = server.connect();
                NetClient talking = server.connect()) {
            Talk.assertServed(talking);

            Talk.expectError(silent, ErrorCode.LOGIN_TIMEOUT);
            Talk.expectClosed(silent);
            Talk.expectError(talking, ErrorCode.LOGIN_TIMEOUT);
            Talk.expectClosed(talking);
            assertEquals(2, server.counters().closed(CloseReason.LOGIN_TIMEOUT).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatHasLoggedInIsNotClosed(Setup setup) throws Exception {
        try (TestServer server =
                        setup.server()
                                .initialState(SessionState.CONNECTED)
                                .onEcho(
                                        (session, echo) -> {
                                            session.moveTo(SessionState.LOGGED_IN);
                                            session.send(echo);
                                        })
                                .with("--login-timeout", "400ms")
                                .start();
                NetClient client = server.connect();
                NetClient silent = server.connect()) {
            client.send(Talk.echo("log in"));
            Talk.expectEcho(client, Talk.echo("log in"));

            Talk.expectError(silent, ErrorCode.LOGIN_TIMEOUT);

            Talk.assertServed(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLoginTimeoutOfZeroIsOff(Setup setup) throws Exception {
        try (TestServer server =
                        setup.server()
                                .initialState(SessionState.CONNECTED)
                                .with("--login-timeout", 0)
                                .with("--heartbeat-timeout", "400ms")
                                .start();
                NetClient client = server.connect()) {
            talkOn(client);

            Talk.assertServed(client);
            assertEquals(0, server.counters().closed(CloseReason.LOGIN_TIMEOUT).sum());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeartbeatTimeoutOfZeroIsOff(Setup setup) throws Exception {
        try (TestServer server =
                        setup.server()
                                .with("--heartbeat-timeout", 0)
                                .with("--login-timeout", "400ms")
                                .start();
                NetClient silent = server.connect();
                NetClient talking = server.connect()) {
            talkOn(talking);

            Talk.assertServed(silent);
            assertEquals(0, server.counters().closed(CloseReason.HEARTBEAT_TIMEOUT).sum());
        }
    }
}
