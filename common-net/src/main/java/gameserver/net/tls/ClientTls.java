package gameserver.net.tls;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.ssl.SslProvider;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of a client: version 1.3, with servers whose certificate is trusted and for the name by
 * which they were called. Any thread may use it.
 */
public final class ClientTls {
    private final SslContext context;

    private ClientTls(SslContextBuilder builder) {
        try {
            context =
                    builder.sslProvider(SslProvider.JDK)
                            .protocols(TlsVersion.NAME)
                            .endpointIdentificationAlgorithm("HTTPS")
                            .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java has no TLS 1.3", e);
        }
    }

    /** Trusts the authorities that this Java trusts. */
    public static ClientTls trustingAuthorities() {
        return new ClientTls(SslContextBuilder.forClient());
    }

    /**
     * Trusts the certificates in a file, and those that they have signed.
     *
     * @throws TlsFileException when there are none in it
     */
    public static ClientTls trusting(Path certificates) throws TlsFileException {
        X509Certificate[] trusted =
                PemFile.read(certificates).certificates().toArray(X509Certificate[]::new);
        return new ClientTls(SslContextBuilder.forClient().trustManager(trusted));
    }

    /**
     * The first handler of a connection to a server.
     *
     * @param host what the certificate has to be for: a name, or an address
     * @param timeout of the handshake
     */
    public SslHandler newHandler(String host, int port, Duration timeout) {
        SslHandler handler = context.newHandler(ByteBufAllocator.DEFAULT, host, port);
        handler.setHandshakeTimeoutMillis(timeout.toMillis());
        return handler;
    }

    /** Why a handshake has failed, in one line for the client's user. */
    public static String explain(Throwable failure) {
        if (failure instanceof NotSslRecordException) {
            return "the server does not speak TLS";
        } else if (failure instanceof SslHandshakeTimeoutException) {
            return "the server does not answer to TLS";
        } else if (failure instanceof ClosedChannelException) {
            return "the server closed the connection during the TLS handshake";
        }
        String problem = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            problem = moreExact(problem, cause);
        }
        return problem == null
                ? "TLS failed: " + failure.getMessage()
                : "the server's certificate " + problem;
    }

    /** What is wrong with a certificate is told by the causes of causes, the exact ones last. */
    private static @Nullable String moreExact(@Nullable String problem, Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return "has expired";
        } else if (cause instanceof CertificateNotYetValidException) {
            return "is not valid yet";
        } else if (cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException) {
            return "is not trusted";
        }
        return cause instanceof CertificateException
                ? "is for another server: " + cause.getMessage()
                : problem;
    }
}
