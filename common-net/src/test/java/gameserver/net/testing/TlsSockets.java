package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** TLS clients without Netty, and pieces of them. Their handshakes are still to come. */
public final class TlsSockets {
    private TlsSockets() {}

    /**
     * Connects to a server that has to show the usual certificate.
     *
     * @param versions of TLS; those that Java speaks when none are given
     */
    public static SSLSocket connect(HostPort server, String... versions) throws Exception {
        SSLSocket socket = trusting(TestCertificate.usual(), server);
        if (versions.length > 0) {
            socket.setEnabledProtocols(versions);
        }
        return socket;
    }

    /** Connects to a server that has to show {@code certificate}. */
    public static SSLSocket trusting(TestCertificate certificate, HostPort server)
            throws Exception {
        return over(new Socket(server.host(), server.port()), certificate);
    }

    /** A client on a connection that is there already. */
    public static SSLSocket over(Socket connection, TestCertificate certificate) throws Exception {
        connection.setSoTimeout(Math.toIntExact(TestServer.PATIENCE.toMillis()));
        return (SSLSocket)
                context(certificate)
                        .getSocketFactory()
                        .createSocket(
                                connection,
                                connection.getInetAddress().getHostAddress(),
                                connection.getPort(),
                                /* autoClose= */ true);
    }

    /** How a client begins. */
    public static byte[] clientHello() throws Exception {
        SSLEngine engine = context(TestCertificate.usual()).createSSLEngine();
        engine.setUseClientMode(true);
        ByteBuffer out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
        engine.wrap(ByteBuffer.allocate(0), out);
        return Arrays.copyOf(out.array(), out.position());
    }

    private static SSLContext context(TestCertificate trusted) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("server", trusted.x509());
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** A client that need not speak TLS. */
    public static Socket connectPlain(TestServer server) throws IOException {
        Socket socket = new Socket(server.address().host(), server.address().port());
        socket.setSoTimeout(Math.toIntExact(TestServer.PATIENCE.toMillis()));
        return socket;
    }

    /** Reads to the end, which may be a reset: what was sent is not read. */
    public static void readToEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException e) {
            assertTrue(String.valueOf(e.getMessage()).contains("reset"), e.toString());
        }
    }
}
