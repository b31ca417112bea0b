package gameserver.net.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.TestCertificate;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mistake with the files is told in one line, before the server starts. */
class TlsOptionsTest {
    @TempDir private Path folder = Path.of("");

    private static TlsOptions parse(Path certificate, Path key) {
        return ServerOptions.of("--tls-cert=" + certificate, "--tls-key=" + key).tls();
    }

    private static void assertRefused(String expected, String... options) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ServerOptions.of(options));

        assertEquals(expected, refusal.getMessage());
    }

    private static void assertRefused(String expected, Path certificate, Path key) {
        assertRefused(
                "--tls-cert, --tls-key: " + expected,
                "--tls-cert=" + certificate,
                "--tls-key=" + key);
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path keyWithLabel(TestCertificate of, String label) throws Exception {
        String text = Files.readString(of.key());
        return file("other-key.pem", text.replace("PRIVATE KEY", label));
    }

    @Test
    void withoutFilesThereIsNoTls() {
        TlsOptions options = ServerOptions.of().tls();

        assertEquals(Optional.empty(), options.files());
        assertEquals(Duration.ofSeconds(10), options.handshakeTimeout());
    }

    @ParameterizedTest
    @EnumSource(names = {"ecp256", "ecp384", "rsa2048", "ed25519"})
    void takesEachKindOfKeyThatTlsHas(Algorithm algorithm) {
        TestCertificate made = TestCertificate.in(folder, builder -> builder.algorithm(algorithm));

        assertTrue(parse(made.certificate(), made.key()).files().isPresent());
    }

    @Test
    void bothMayBeInOneFileWithWordsAround() throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        Path both =
                file(
                        "both.pem",
                        "Bag Attributes\r\n  localKeyID: 안녕\r\n"
                                + Files.readString(made.key()).replace("\n", "\r\n")
                                + "subject=CN = test\n"
                                + Files.readString(made.certificate()));

        assertTrue(parse(both, both).files().isPresent());
    }

    @Test
    void oneGoesWithTheOther() {
        TestCertificate made = TestCertificate.in(folder);

        assertRefused(
                "--tls-key is missing: --tls-cert and --tls-key go together",
                "--tls-cert=" + made.certificate());
        assertRefused(
                "--tls-cert is missing: --tls-cert and --tls-key go together",
                "--tls-key=" + made.key());
    }

    @Test
    void aHandshakeHasALimit() {
        assertRefused(
                "--tls-handshake-timeout: must be longer than 0", "--tls-handshake-timeout=0");
    }

    @Test
    void filesHaveToBeThere() {
        TestCertificate made = TestCertificate.in(folder);
        Path nowhere = folder.resolve("nowhere.pem");

        assertRefused(nowhere + " does not exist", nowhere, made.key());
        assertRefused(nowhere + " does not exist", made.certificate(), nowhere);
        assertRefused(folder + " is not a file", folder, made.key());
    }

    @Test
    void filesHaveToBeReadable() throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        Assumptions.assumeTrue(
                made.key().toFile().setReadable(false) && !Files.isReadable(made.key()),
                "this user may read every file");

        assertRefused(made.key() + " may not be read by this user", made.certificate(), made.key());
    }

    @Test
    void filesThatAreMixedUpAreTold() {
        TestCertificate made = TestCertificate.in(folder);

        assertRefused(
                made.key() + " has no certificate (-----BEGIN CERTIFICATE-----)",
                made.key(),
                made.certificate());
        assertRefused(
                made.certificate() + " has no private key (-----BEGIN PRIVATE KEY-----)",
                made.certificate(),
                made.certificate());
    }

    @Test
    void keysOfAnotherFormAreToldWithTheWayOut() throws Exception {
        TestCertificate made = TestCertificate.in(folder);

        Path encrypted = keyWithLabel(made, "ENCRYPTED PRIVATE KEY");
        assertRefused(
                encrypted
                        + " has a key under a password; take that off:"
                        + " openssl pkey -in FILE -out NEW",
                made.certificate(),
                encrypted);

        Path pkcs1 = keyWithLabel(made, "RSA PRIVATE KEY");
        assertRefused(
                pkcs1
                        + " has a key that is not PKCS#8; convert it:"
                        + " openssl pkcs8 -topk8 -nocrypt -in FILE -out NEW",
                made.certificate(),
                pkcs1);
    }

    @Test
    void brokenBlocksAreTold() throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        String good = Files.readString(made.certificate());

        Path noCertificate =
                file(
                        "1.pem",
                        good + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertRefused(
                noCertificate + " has a broken certificate, number 2", noCertificate, made.key());

        Path noBase64 =
                file("2.pem", "-----BEGIN PRIVATE KEY-----\nA=AA\n-----END PRIVATE KEY-----");
        assertRefused(noBase64 + " has a block that is not Base64", made.certificate(), noBase64);

        Path noKey = file("3.pem", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----");
        assertRefused(
                noKey + " has a private key that is broken, or not for TLS 1.3",
                made.certificate(),
                noKey);

        Path large = file("4.pem", "x".repeat(1024 * 1024 + 1));
        assertRefused(large + " is larger than 1048576 bytes", large, made.key());
    }

    @ParameterizedTest
    @EnumSource(names = {"ecp256", "rsa2048"})
    void aKeyHasToFitItsCertificate(Algorithm algorithm) throws Exception {
        TestCertificate made = TestCertificate.in(folder);
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        TestCertificate other =
                TestCertificate.in(elsewhere, builder -> builder.algorithm(algorithm));

        assertRefused(
                other.key() + " does not fit the first certificate in " + made.certificate(),
                made.certificate(),
                other.key());
    }

    @Test
    void anExpiredCertificateIsTaken() {
        TestCertificate made = TestCertificate.in(folder, TlsOptionsTest::expired);

        assertTrue(parse(made.certificate(), made.key()).files().isPresent());
    }

    private static CertificateBuilder expired(CertificateBuilder builder) {
        return builder.notAfter(Instant.now().minusSeconds(60));
    }
}
