package gameserver.net.testing;

import gameserver.net.tls.ClientTls;
import gameserver.net.tls.TlsFileException;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A certificate that nobody has signed but itself, and its key, made by the test.
 *
 * @param certificate its file
 * @param key its file
 * @param x509 what was in the first file when it was made
 */
public record TestCertificate(Path certificate, Path key, X509Certificate x509) {
    private static final Duration A_DAY = Duration.ofDays(1);

    /** Made once, by the first test that needs it. */
    private static final class Usual {
        private static final TestCertificate CERTIFICATE = in(folder());

        private static Path folder() {
            try {
                Path folder = Files.createTempDirectory("certificate");
                for (String name : List.of("", "certificate.pem", "key.pem")) {
                    folder.resolve(name).toFile().deleteOnExit();
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** For {@code 127.0.0.1} and {@code localhost}, today: for whoever needs just any. */
    public static TestCertificate usual() {
        return Usual.CERTIFICATE;
    }

    /** Makes another like that, in place of the one that was in {@code folder}. */
    public static TestCertificate in(Path folder) {
        return in(folder, builder -> builder);
    }

    /** Makes one that {@code change} makes different. */
    public static TestCertificate in(Path folder, UnaryOperator<CertificateBuilder> change) {
        try {
            return write(change.apply(builder()).buildSelfSigned(), folder);
        } catch (Exception e) { // It throws just that.
            throw new IllegalStateException(e);
        }
    }

    /** What makes the usual ones. */
    public static CertificateBuilder builder() {
        Instant now = Instant.now();
        return new CertificateBuilder()
                .subject("CN=test")
                .setIsCertificateAuthority(true)
                .addSanDnsName("localhost")
                .addSanIpAddress("127.0.0.1")
                .notBefore(now.minus(A_DAY))
                .notAfter(now.plus(A_DAY));
    }

    /** Puts one that was made elsewhere into {@code folder}, with those of its signers. */
    public static TestCertificate write(X509Bundle bundle, Path folder) {
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        try {
            Files.writeString(certificate, bundle.getCertificatePathPEM());
            Files.writeString(key, bundle.getPrivateKeyPEM());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestCertificate(certificate, key, bundle.getCertificate());
    }

    /** Of a server that shows this certificate. */
    public String[] options() {
        return new String[] {"--tls-cert=" + certificate, "--tls-key=" + key};
    }

    /** Of a client that trusts this certificate and no other. */
    public ClientTls clientTls() {
        try {
            return ClientTls.trusting(certificate);
        } catch (TlsFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
