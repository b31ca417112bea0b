package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.client.NetClient;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.RefusalReason;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoLeaks.class)
class SessionLimitLoopbackTest {
    private final TestServer server = TestServer.with("--max-sessions", 2).start();

    @AfterEach
    void close() {
        server.close();
    }

    private NetClient connectAndBeServed() throws Exception {
        NetClient client = server.connect();
        Talk.assertServed(client);
        return client;
    }

    @Test
    void tellsAConnectionOverTheLimitThatItIsFullAndClosesIt() throws Exception {
        connectAndBeServed();
        connectAndBeServed();

        NetClient tooMany = server.connect();

        Talk.expectError(tooMany, ErrorCode.SERVER_FULL);
        Talk.expectClosed(tooMany);
        assertEquals(1, server.counters().refused(RefusalReason.SERVER_FULL).sum());
    }

    @Test
    void tellsItAlthoughTheConnectionIsTalkingAlready() throws Exception {
        connectAndBeServed();
        connectAndBeServed();

        NetClient tooMany = server.connect();
        for (int i = 0; i < 100; i++) {
            tooMany.send(Talk.numberedEcho(i, 1000));
        }

        Talk.expectError(tooMany, ErrorCode.SERVER_FULL);
        Talk.expectClosed(tooMany);
    }

    @Test
    void goesOnToServeThoseWithinTheLimit() throws Exception {
        NetClient first = connectAndBeServed();
        NetClient second = connectAndBeServed();

        Talk.expectError(server.connect(), ErrorCode.SERVER_FULL);

        Talk.assertServed(first);
        Talk.assertServed(second);
        assertEquals(2, server.server().openSessions());
    }

    @Test
    void aPlaceThatGetsFreeCanBeTaken() throws Exception {
        NetClient first = connectAndBeServed();
        connectAndBeServed();

        first.close();
        Eventually.equal(1, server.server()::openSessions);

        connectAndBeServed();
    }

    @Test
    void aRefusedConnectionTakesNoPlace() throws Exception {
        NetClient first = connectAndBeServed();
        connectAndBeServed();
        for (int i = 0; i < 20; i++) {
            Talk.expectError(server.connect(), ErrorCode.SERVER_FULL);
        }

        first.close();
        Eventually.equal(1, server.server()::openSessions);

        connectAndBeServed();
        Talk.expectError(server.connect(), ErrorCode.SERVER_FULL);
    }
}
