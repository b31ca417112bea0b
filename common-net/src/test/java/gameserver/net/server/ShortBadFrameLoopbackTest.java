package gameserver.net.server;

import gameserver.net.client.NetClient;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A size is bad as soon as it is known, whether or not a whole header follows. */
@ExtendWith(NoLeaks.class)
class ShortBadFrameLoopbackTest {
    @ParameterizedTest
    @ValueSource(strings = {"00 00", "03 00 65", "04 00 65 00", "ff ff"})
    void closesTheConnection(String hex) throws Exception {
        try (TestServer server = TestServer.start();
                NetClient client = server.connect()) {
            client.sendRaw(Hex.bytes(hex));

            Talk.expectClosed(client);
        }
    }
}
