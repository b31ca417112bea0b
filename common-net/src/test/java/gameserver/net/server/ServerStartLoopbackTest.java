package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.LogCapture;
import gameserver.net.testing.Messages;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that can't listen says why in one line. */
@ExtendWith(NoLeaks.class)
class ServerStartLoopbackTest {
    private static ServerStartException startOn(String address) {
        return assertThrows(
                ServerStartException.class, () -> TestServer.with("--bind", address).start());
    }

    @Test
    void takesAFreePortForPortZero() {
        try (TestServer server = TestServer.start()) {
            assertTrue(server.address().port() > 0);
            assertEquals("127.0.0.1", server.address().host());
        }
    }

    @Test
    void saysThatThePortIsInUse() {
        try (TestServer server = TestServer.start()) {
            ServerStartException refusal = startOn(server.address().toString());

            assertEquals(
                    "can't listen on " + server.address() + ": the port is in use",
                    refusal.getMessage());
        }
    }

    @Test
    void saysThatThereIsNoSuchHost() {
        ServerStartException refusal = startOn("no-such-host.invalid:0");

        Messages.assertNames(refusal, "no-such-host.invalid:0", "no such host");
    }

    @Test
    void usesAPortThatAnEarlierServerHasLeft() {
        String address;
        try (TestServer earlier = TestServer.start()) {
            address = earlier.address().toString();
        }

        try (TestServer later = TestServer.with("--bind", address).start()) {
            assertEquals(address, later.address().toString());
        }
    }

    private static List<String> warningsOf(TestServer.Builder builder) {
        try (LogCapture log = new LogCapture();
                TestServer server = builder.start()) {
            assertTrue(server.address().port() > 0);
            return log.lines("WARN");
        }
    }

    @Test
    void warnsOfPlainTextWhereOthersCanListen() {
        List<String> warnings = warningsOf(TestServer.with("--bind", "0.0.0.0:0"));

        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).startsWith("WARN no TLS on "), warnings::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:0", "127.0.0.2:0", "localhost:0"})
    void saysNothingOfPlainTextOnOneMachine(String address) {
        assertEquals(List.of(), warningsOf(TestServer.with("--bind", address)));
    }

    @Test
    void saysNothingUnderTls() {
        assertEquals(List.of(), warningsOf(TestServer.with("--bind", "0.0.0.0:0").tls()));
    }
}
