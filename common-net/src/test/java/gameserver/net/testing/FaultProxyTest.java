package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class FaultProxyTest {
    private static final byte[] HELLO = {1, 2, 3, 4, 5};

    private ServerSocket listener;
    private FaultProxy proxy;
    private Socket client;
    private Socket server;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        proxy = FaultProxy.to(new HostPort("127.0.0.1", listener.getLocalPort()));
        client = new Socket(InetAddress.getLoopbackAddress(), proxy.address().port());
        server = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listener.close();
    }

    private static void send(Socket from) throws IOException {
        from.getOutputStream().write(HELLO);
    }

    private static void assertGets(Socket to) throws IOException {
        assertArrayEquals(HELLO, to.getInputStream().readNBytes(HELLO.length));
    }

    @Test
    void passesEverythingOnBothWaysAndTheEnd() throws IOException {
        send(client);
        assertGets(server);
        send(server);
        assertGets(client);

        client.close();

        assertEquals(-1, server.getInputStream().read());
    }

    @Test
    void delays() throws IOException {
        proxy.delay(Duration.ofMillis(200));
        long start = System.nanoTime();
        send(client);
        assertGets(server);

        assertTrue(System.nanoTime() - start >= Duration.ofMillis(200).toNanos());
    }

    @Test
    void cutsIntoPieces() throws IOException {
        proxy.cutIntoPieces(1);
        proxy.delay(Duration.ofMillis(1));
        send(client);

        assertGets(server);
    }

    @Test
    void cutsIntoPiecesOfAnySize() throws IOException {
        proxy.cutIntoPieces(2, 1);
        for (int i = 0; i < 100; i++) {
            send(client);
        }

        for (int i = 0; i < 100; i++) {
            assertGets(server);
        }
    }

    @Test
    void leavesTheServerWithAHalfOpenConnection() throws IOException {
        send(client);
        assertGets(server);

        proxy.abandon();

        assertEquals(-1, client.getInputStream().read());
        send(server);
        server.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> server.getInputStream().read());
    }

    @Test
    void endsTheConnectionAfterSomeBytes() throws IOException {
        proxy.cutAfter(3);
        send(client);

        assertArrayEquals(new byte[] {1, 2, 3}, server.getInputStream().readAllBytes());
        assertEquals(-1, client.getInputStream().read());
    }

    @Test
    void freezesAndThaws() throws IOException {
        send(client);
        assertGets(server);
        proxy.freeze();
        send(client);
        server.setSoTimeout(200);
        assertThrows(SocketTimeoutException.class, () -> server.getInputStream().read());

        proxy.thaw();

        server.setSoTimeout(0);
        assertGets(server);
    }

    @Test
    void resets() throws IOException {
        send(client);
        assertGets(server);

        proxy.reset();

        assertThrows(SocketException.class, () -> client.getInputStream().read());
        assertThrows(SocketException.class, () -> server.getInputStream().read());
    }
}
