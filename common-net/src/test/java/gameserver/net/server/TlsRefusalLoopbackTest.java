package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.CannotConnectException;
import gameserver.net.client.NetClient;
import gameserver.net.metrics.ServerMetrics;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.TlsSockets;
import gameserver.net.tls.HandshakeFailure;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not get as far as a session under TLS, and what becomes of them. */
@ExtendWith(NoLeaks.class)
class TlsRefusalLoopbackTest {
    private static TestServer start(String option, Object value) {
        return TestServer.with(option, value).tls().start();
    }

    private static TestServer start() {
        return start("--io-threads", 2);
    }

    private static void assertFailed(TestServer server, HandshakeFailure reason, int times) {
        Eventually.equal(times, server.counters().handshakesFailed(reason)::sum);
        for (HandshakeFailure other : HandshakeFailure.values()) {
            int expected = other == reason ? times : 0;
            assertEquals(expected, server.counters().handshakesFailed(other).sum(), other.label());
        }
        Eventually.equal(0, server.server()::openSessions);
        assertEquals(0, server.counters().sessionsOpened.sum(), "sessions");
    }

    @Test
    void refusesAnOlderVersionAndSaysSo() throws Exception {
        try (TestServer server = start();
                LogCapture log = new LogCapture();
                SSLSocket client = TlsSockets.connect(server.address(), "TLSv1.2")) {
            SSLHandshakeException refusal =
                    assertThrows(SSLHandshakeException.class, client::startHandshake);

            String message = String.valueOf(refusal.getMessage()); // Newer JDKs say more.
            assertTrue(message.endsWith("Received fatal alert: protocol_version"), message);
            assertFailed(server, HandshakeFailure.NO_AGREEMENT, 1);
            assertOneLine(log, "reason=no_agreement");
        }
    }

    @Test
    void hearsThatAClientDoesNotTrustItsCertificate(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.with("--io-threads", 1).tls().start();
                TestServer other =
                        TestServer.with("--io-threads", 1).tls(TestCertificate.in(folder)).start();
                LogCapture log = new LogCapture()) {
            CannotConnectException refusal =
                    assertThrows(
                            CannotConnectException.class, () -> other.connect(server.address()));

            assertTrue(
                    String.valueOf(refusal.getMessage()).endsWith("certificate is not trusted"),
                    refusal.getMessage());
            assertFailed(server, HandshakeFailure.NO_AGREEMENT, 1);
            assertOneLine(log, "reason=no_agreement");
        }
    }

    @Test
    void closesAClientWithoutTls() throws Exception {
        try (TestServer server = start();
                LogCapture log = new LogCapture();
                Socket plain = TlsSockets.connectPlain(server)) {
            plain.getOutputStream().write(Frames.echo((byte) 1));

            TlsSockets.readToEnd(plain);
            assertFailed(server, HandshakeFailure.NOT_TLS, 1);
            assertOneLine(log, "reason=not_tls");
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void garbageCostsOneConnectionEach(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        int strangers = 50;
        try (TestServer server = start();
                LogCapture log = new LogCapture()) {
            for (int i = 0; i < strangers; i++) {
                byte[] noise = new byte[random.nextInt(1000, 100_000)];
                random.nextBytes(noise);
                if (i % 2 == 0) { // As if it were a record of a handshake.
                    System.arraycopy(new byte[] {22, 3, 1, 2, 0}, 0, noise, 0, 5);
                }
                try (Socket stranger = TlsSockets.connectPlain(server)) {
                    writeAsFarAsItIsRead(stranger, noise);
                    TlsSockets.readToEnd(stranger);
                }
            }
            Eventually.equal(strangers, () -> failures(server));
            Eventually.equal(0, server.server()::openSessions);
            assertEquals(List.of(), log.traces());
            int lines = log.lines("handshake failed").size(); // At most 20 a second have one.
            assertTrue(
                    lines >= SessionLog.ENDED_PER_SECOND && lines <= strangers, "lines " + lines);
            try (NetClient client = server.connect()) {
                Talk.assertServed(client);
            }
        }
    }

    private static void writeAsFarAsItIsRead(Socket stranger, byte[] noise) {
        try {
            stranger.getOutputStream().write(noise);
        } catch (IOException e) {
            return; // The server may have closed the connection before it has heard everything.
        }
    }

    private static long failures(TestServer server) {
        return Arrays.stream(HandshakeFailure.values())
                .mapToLong(reason -> server.counters().handshakesFailed(reason).sum())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 100})
    void closesWhoGoesSilentInTheHandshake(int bytesOfHello) throws Exception {
        try (TestServer server = start("--tls-handshake-timeout", "300ms");
                LogCapture log = new LogCapture();
                Socket silent = TlsSockets.connectPlain(server)) {
            silent.getOutputStream().write(TlsSockets.clientHello(), 0, bytesOfHello);

            TlsSockets.readToEnd(silent);
            assertFailed(server, HandshakeFailure.TIMEOUT, 1);
            assertOneLine(log, "reason=timeout");
        }
    }

    @Test
    void forgetsWhoClosesInTheHandshake() throws Exception {
        try (TestServer server = start()) {
            try (Socket gone = TlsSockets.connectPlain(server)) {
                gone.getOutputStream().write(TlsSockets.clientHello(), 0, 50);
                Eventually.equal(1, server.server()::openSessions);
            }
            assertFailed(server, HandshakeFailure.PEER_CLOSED, 1);

            try (Socket halfGone = TlsSockets.connectPlain(server)) {
                halfGone.getOutputStream().write(TlsSockets.clientHello(), 0, 50);
                halfGone.shutdownOutput();
                TlsSockets.readToEnd(halfGone);
            }
            assertFailed(server, HandshakeFailure.PEER_CLOSED, 2);
        }
    }

    @Test
    void showsFailuresToTheOperator() throws Exception {
        try (TestServer server = start();
                Socket plain = TlsSockets.connectPlain(server)) {
            plain.getOutputStream().write(Frames.echo());
            TlsSockets.readToEnd(plain);

            ServerMetrics metrics = new ServerMetrics();
            metrics.show(server.counters(), server.server()::openSessions);

            String text = metrics.scrape();
            assertTrue(text.contains("net_handshakes_failed_total{reason=\"not_tls\"} 1.0"), text);
            assertTrue(text.contains("net_handshakes_failed_total{reason=\"timeout\"} 0.0"), text);
        }
    }

    private static void assertOneLine(LogCapture log, String reason) {
        List<String> lines = log.lines("WARN");
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains(reason), lines::toString);
        assertTrue(lines.get(0).contains("peer=/127.0.0.1:"), lines::toString);
        assertEquals(List.of(), log.traces());
    }
}
