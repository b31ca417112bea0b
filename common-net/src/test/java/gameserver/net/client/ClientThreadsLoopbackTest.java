package gameserver.net.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;

class ClientThreadsLoopbackTest {
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);

    @RepeatedTest(30)
    void closesAllConnectionsHoweverBusyItIs() throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            HostPort address = new HostPort("127.0.0.1", listener.getLocalPort());
            ClientThreads threads = new ClientThreads(1);
            NetClient client = NetClient.connect(threads, address, DIALECT, Duration.ofSeconds(5));
            for (int i = 0; i < 20_000; i++) {
                threads.group().execute(Thread::onSpinWait);
            }

            threads.close();

            assertTrue(client.isAtEnd(), "the connection is open");
        }
    }
}
