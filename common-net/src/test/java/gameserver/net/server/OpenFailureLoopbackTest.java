package gameserver.net.server;

import gameserver.net.client.NetClient;
import gameserver.net.session.CloseReason;
import gameserver.net.session.SessionListener;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Setup;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is counted as opened is counted as closed in the end. */
@ExtendWith(NoLeaks.class)
class OpenFailureLoopbackTest {
    @ParameterizedTest
    @EnumSource
    void aSessionThatFailedToOpenIsCountedAsClosed(Setup setup) throws Exception {
        try (TestServer server =
                        setup.server()
                                .listener(
                                        SessionListener.of(
                                                session -> {
                                                    throw new IllegalStateException("by a test");
                                                }))
                                .start();
                NetClient client = server.connect()) {
            Talk.expectClosed(client);

            Eventually.equal(1, server.counters().sessionsOpened::sum);
            Eventually.equal(1, server.counters().closed(CloseReason.HANDLER_FAILED)::sum);
        }
    }
}
