package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.options.HostPort;
import gameserver.net.testing.Hex;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.net.BindException;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** A client whose address a test chooses, of those that this machine has for itself. */
final class AddressClient implements AutoCloseable {
    private static final byte[] PING = Hex.bytes("07 00 c9 00 00 2a 00");
    private static final byte[] PONG = Hex.bytes("07 00 ca 00 00 2a 00");
    private static final byte[] SERVER_FULL = Hex.bytes("07 00 cb 00 00 43 00");
    private static final int EOF = -1;

    private final Socket socket = new Socket();

    private AddressClient() {}

    /** Connects from {@code 127.0.0.n}. Skips the test where there is only 127.0.0.1. */
    static AddressClient connect(TestServer server, int n) throws IOException {
        return connect(server.address(), new HostPort("127.0.0." + n, 0));
    }

    static AddressClient connect(HostPort server, HostPort from) throws IOException {
        AddressClient client = new AddressClient();
        try {
            client.socket.bind(from.toSocketAddress());
        } catch (BindException e) {
            Assumptions.abort("this machine has no address " + from.host());
        }
        client.socket.connect(server.toSocketAddress());
        client.socket.setSoTimeout((int) TestServer.PATIENCE.toMillis());
        return client;
    }

    /** The server has a session for this client. */
    void assertServed() throws IOException {
        send(PING);
        assertArrayEquals(PONG, socket.getInputStream().readNBytes(PONG.length));
    }

    /** False when the server has no session for this client and tells it so. */
    boolean isServed() throws IOException {
        send(PING);
        byte[] answer = read(PONG.length);
        if (Arrays.equals(PONG, answer)) {
            return true;
        }
        assertArrayEquals(SERVER_FULL, answer);
        return false;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    byte[] read(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    /** The server tells this client that it is full, and nothing else, and closes. */
    void expectFull() throws IOException {
        assertArrayEquals(SERVER_FULL, read(SERVER_FULL.length));
        assertEquals(EOF, socket.getInputStream().read());
    }

    /** The server closes this connection. True if it has told before that it is full. */
    boolean isToldBeforeItIsClosed() throws IOException {
        byte[] heard = socket.getInputStream().readAllBytes();
        if (heard.length == 0) {
            return false;
        }
        assertArrayEquals(SERVER_FULL, heard);
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
