package gameserver.net.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.TestCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateWatchTest {
    @TempDir private Path folder = Path.of("");

    private final List<Identity> told = new CopyOnWriteArrayList<>();

    private final Instant now = Instant.now();
    private CertificateWatch watch;

    private void start(TestCertificate certificate, Instant time) throws Exception {
        watch =
                CertificateWatch.start(
                        new CertificateFiles(certificate.certificate(), certificate.key()),
                        InstantSource.fixed(time),
                        told::add);
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    void looksByItself() throws Exception {
        start(TestCertificate.in(folder), now);
        TestCertificate renewed = TestCertificate.in(folder);

        Eventually.equal(2, told::size);

        assertEquals(renewed.x509(), told.get(1).chain().get(0));
    }

    @Test
    void tellsOnceOfTheSameFiles() throws Exception {
        start(TestCertificate.in(folder), now);
        for (int i = 0; i < 5; i++) {
            watch.lookNow();
        }

        assertEquals(1, told.size());
    }

    @Test
    void doesNotBeginWithoutACertificate() throws Exception {
        TestCertificate certificate = TestCertificate.in(folder);
        Files.writeString(certificate.key(), "");

        assertThrows(TlsFileException.class, () -> start(certificate, now));
        assertEquals(List.of(), told);
    }

    @Test
    void warnsOfOneThatHasExpired() throws Exception {
        assertWarns("the certificate has expired", now.plusSeconds(2 * 86_400));
    }

    @Test
    void warnsOfOneThatIsForLater() throws Exception {
        assertWarns("the certificate is for later", now.minusSeconds(2 * 86_400));
    }

    private void assertWarns(String expected, Instant time) throws Exception {
        try (LogCapture log = new LogCapture()) {
            start(TestCertificate.in(folder), time);
            watch.lookNow();

            assertEquals(1, log.lines("WARN").size(), () -> log.lines().toString());
            assertEquals(1, log.lines(expected).size(), () -> log.lines().toString());
        }
    }
}
