package gameserver.net.server;

import gameserver.net.client.NetClient;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.FaultProxy;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients whose machine or line is gone: nothing comes, nothing is read, and no end is told. */
@ExtendWith(NoLeaks.class)
class HalfOpenLoopbackTest {
    private static final int GONE = 50;

    @ParameterizedTest
    @EnumSource
    void areClosedWhenTheHeartbeatTimeoutIsUp(Setup setup) throws Exception {
        try (TestServer server = setup.server().with("--heartbeat-timeout", "1s").start();
                FaultProxy line = FaultProxy.to(server.address())) {
            for (int i = 0; i < GONE; i++) {
                Talk.assertServed(server.connect(line.address()));
            }

            line.abandon();

            Eventually.equal(GONE, server.counters().closed(CloseReason.HEARTBEAT_TIMEOUT)::sum);
            Eventually.equal(0, server.server()::openSessions);
            try (NetClient neighbour = server.connect()) {
                Talk.assertServed(neighbour);
            }
        }
    }
}
