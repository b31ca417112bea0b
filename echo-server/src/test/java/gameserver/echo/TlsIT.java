package gameserver.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.CannotConnectException;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar under TLS, as a process: with OpenSSL, with a new certificate, with a signal. */
class TlsIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final byte[] HELLO = Frames.echo((byte) 1, (byte) 2, (byte) 3);

    @TempDir private Path folder = Path.of("");

    private static ServerProcess start(TestCertificate certificate) {
        List<String> options = new ArrayList<>(List.of(certificate.options()));
        options.add("--bind=127.0.0.1:0");
        return ServerProcess.start(JAR, options.toArray(String[]::new));
    }

    @Test
    void echoesToOpenSslAndRefusesItsOlderVersion() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        try (ServerProcess server = start(certificate)) {
            HostPort address = server.awaitReady();
            try (OpenSsl client = OpenSsl.connect(address, certificate)) {
                client.send(HELLO);
                assertArrayEquals(HELLO, client.receive(HELLO.length));
            }
            try (OpenSsl old = OpenSsl.connect(address, certificate, "-tls1_2")) {
                String end = old.awaitEnd();
                assertTrue(end.contains("alert protocol version"), end);
            }
            Eventually.isTrue(
                    "the refusal is logged", () -> server.errors().contains("reason=no_agreement"));
        }
    }

    @Test
    void takesANewCertificateWhileItRunsAndStopsInGoodOrder() throws Exception {
        TestCertificate first = TestCertificate.in(folder);
        try (ServerProcess server = start(first);
                ClientThreads trustingFirst = new ClientThreads(1, first.clientTls())) {
            HostPort address = server.awaitReady();
            NetClient old = NetClient.connect(trustingFirst, address, DIALECT, SOON);
            TestCertificate second = TestCertificate.in(folder);
            try (ClientThreads trustingSecond = new ClientThreads(1, second.clientTls())) {
                Eventually.isTrue("the new one", () -> canConnect(trustingSecond, address));
                Talk.assertServed(old);

                server.terminate();

                Talk.expectError(old, ErrorCode.SERVER_DRAINING);
                Talk.expectClosed(old);
                assertEquals(0, server.awaitExit(SOON));
            }
        }
    }

    private static boolean canConnect(ClientThreads threads, HostPort address) {
        try (NetClient client = NetClient.connect(threads, address, DIALECT, SOON)) {
            return !client.isAtEnd();
        } catch (CannotConnectException e) {
            return false;
        }
    }

    @Test
    void aWrongFileIsOneLineAndAHint() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        Path mixedUp = certificate.certificate();
        try (ServerProcess server =
                ServerProcess.start(JAR, "--tls-cert=" + mixedUp, "--tls-key=" + mixedUp)) {
            assertEquals(2, server.awaitExit(SOON));
            assertEquals(
                    "echo-server: --tls-cert, --tls-key: "
                            + mixedUp
                            + " has no private key (-----BEGIN PRIVATE KEY-----)\n"
                            + "Try 'echo-server --help' for the options.\n",
                    server.errors().replace(System.lineSeparator(), "\n"));
            assertEquals("", server.readAll());
        }
    }
}
