package gameserver.net.server;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.TlsSockets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Other files for a server that goes on. It looks at them when the test lets it. */
@ExtendWith(NoLeaks.class)
class TlsReloadLoopbackTest {
    @TempDir private Path folder = Path.of("");

    private TestCertificate first;
    private TestServer server;

    @BeforeEach
    void start() {
        first = TestCertificate.in(folder);
        server = TestServer.with("--io-threads", 1).tls(first).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** What two looks in a row have seen counts. */
    private void look(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            Objects.requireNonNull(server.server().tls()).lookNow();
        }
    }

    private void assertShows(TestCertificate certificate) throws Exception {
        try (SSLSocket client = TlsSockets.trusting(certificate, server.address())) {
            client.startHandshake();
            assertEquals(certificate.x509(), client.getSession().getPeerCertificates()[0]);
        }
    }

    @Test
    void newConnectionsGetTheNewCertificateAndOldOnesGoOn() throws Exception {
        NetClient old = server.connect();
        TestCertificate renewed = TestCertificate.in(folder);

        look(2);

        assertShows(renewed);
        Talk.assertServed(old);
    }

    @Test
    void filesThatHaveJustChangedAreLeftAlone() throws Exception {
        TestCertificate.in(folder);
        look(1);
        assertShows(first);

        TestCertificate again = TestCertificate.in(folder);
        look(1);
        assertShows(first);

        look(1);
        assertShows(again);
    }

    @Test
    void brokenFilesChangeNothingAndAreTriedAgainWhenTheyChange() throws Exception {
        try (LogCapture log = new LogCapture()) {
            Files.writeString(first.certificate(), "-----BEGIN CERTIFICATE-----\nno\n");
            look(5);
            assertShows(first);
            assertOneWarning(log, first.certificate() + " has no certificate");
        }
        TestCertificate renewed = TestCertificate.in(folder);
        look(2);
        assertShows(renewed);
    }

    @Test
    void filesThatAreGoneChangeNothing() throws Exception {
        try (LogCapture log = new LogCapture()) {
            Files.delete(first.key());
            look(5);
            assertShows(first);
            assertOneWarning(log, first.key() + " does not exist");
        }
    }

    @Test
    void aKeyThatDoesNotFitYetIsWaitedFor() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("new"));
        TestCertificate renewed = TestCertificate.in(elsewhere);
        try (LogCapture log = new LogCapture()) {
            Files.copy(renewed.certificate(), first.certificate(), REPLACE_EXISTING);
            look(5);
            assertShows(first);
            assertOneWarning(log, first.key() + " does not fit");
        }
        Files.copy(renewed.key(), first.key(), REPLACE_EXISTING);
        look(2);
        assertShows(renewed);
    }

    @Test
    void oneFileWithBothIsReplacedInOneStep() throws Exception {
        Path both = folder.resolve("both.pem");
        Files.writeString(both, text(first));
        try (TestServer other =
                TestServer.with("--tls-cert", both).with("--tls-key", both).start()) {
            TestCertificate renewed = TestCertificate.in(folder);
            Path next = folder.resolve("next.pem");
            Files.writeString(next, text(renewed));

            Files.move(next, both, ATOMIC_MOVE);
            Objects.requireNonNull(other.server().tls()).lookNow();
            Objects.requireNonNull(other.server().tls()).lookNow();

            try (SSLSocket client = TlsSockets.trusting(renewed, other.address())) {
                client.startHandshake();
            }
        }
    }

    private static String text(TestCertificate certificate) throws IOException {
        return Files.readString(certificate.certificate()) + Files.readString(certificate.key());
    }

    private static void assertOneWarning(LogCapture log, String part) {
        List<String> lines = log.lines("WARN");
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).contains(part), lines::toString);
        assertEquals(List.of(), log.traces());
    }
}
