package gameserver.net.options;

import gameserver.net.tls.CertificateFiles;
import gameserver.net.tls.TlsFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of TLS, a part of {@link ServerOptions}. Without a certificate there is no TLS. */
public final class TlsOptions {
    @Option(
            names = "--tls-cert",
            paramLabel = "file",
            description = {
                "Certificate of the server (PEM), then those of its signers: clients must",
                "speak TLS 1.3. A new one in the file is in force within seconds."
            })
    private @Nullable Path certificates;

    @Option(
            names = "--tls-key",
            paramLabel = "file",
            description = "The certificate's private key (PEM, PKCS#8, not encrypted).")
    private @Nullable Path key;

    @Option(
            names = "--tls-handshake-timeout",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "A client whose handshake is not over by then is closed.")
    private Duration handshakeTimeout = Duration.ZERO;

    /**
     * Checks that the files are there, good, and fit each other.
     *
     * @throws IllegalArgumentException naming the option that is wrong
     */
    void check() {
        if ((certificates == null) != (key == null)) {
            String missing = key == null ? "--tls-key" : "--tls-cert";
            throw new IllegalArgumentException(
                    missing + " is missing: --tls-cert and --tls-key go together");
        }
        if (handshakeTimeout.isZero()) {
            throw new IllegalArgumentException("--tls-handshake-timeout: must be longer than 0");
        }
        Optional<CertificateFiles> files = files();
        if (files.isPresent()) {
            try {
                files.get().read();
            } catch (TlsFileException e) {
                throw new IllegalArgumentException("--tls-cert, --tls-key: " + e.getMessage(), e);
            }
        }
    }

    /** Present when the server speaks TLS. */
    public Optional<CertificateFiles> files() {
        return certificates == null || key == null
                ? Optional.empty()
                : Optional.of(new CertificateFiles(certificates, key));
    }

    public Duration handshakeTimeout() {
        return handshakeTimeout;
    }
}
