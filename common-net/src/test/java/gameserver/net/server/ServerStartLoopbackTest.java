package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
