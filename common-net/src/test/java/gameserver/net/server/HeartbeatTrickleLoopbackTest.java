package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertNull;

import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.testing.Frames;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A heartbeat timeout is for a client of which nothing at all is received. */
@ExtendWith(NoLeaks.class)
class HeartbeatTrickleLoopbackTest {
    @Test
    void partsOfAFrameAreSignsOfLife() throws Exception {
        byte[] payload = new byte[55];
        try (TestServer server = TestServer.with("--heartbeat-timeout", "500ms").start();
                NetClient client = server.connect()) {
            for (byte one : Frames.echo(payload)) {
                assertNull(client.poll(Duration.ofMillis(25)));
                client.sendRaw(one);
            }

            Talk.expectEcho(client, new Echo(Bytes.of(payload)));
        }
    }
}
