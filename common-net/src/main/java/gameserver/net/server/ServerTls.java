package gameserver.net.server;

import gameserver.net.options.TlsOptions;
import gameserver.net.tls.CertificateFiles;
import gameserver.net.tls.CertificateWatch;
import gameserver.net.tls.Identity;
import gameserver.net.tls.TlsFileException;
import gameserver.net.tls.TlsVersion;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The TLS of a server: version 1.3 and no other, by the JDK. A connection keeps the certificate
 * that was in force when it came.
 *
 * <p><strong>Threads:</strong> the signature of a handshake is made by threads of its own, so that
 * a crowd of new clients does not hold up those who are being served. Any thread may call.
 */
final class ServerTls implements AutoCloseable {
    private final Duration handshakeTimeout;

    /** A connection has one task at a time there, so their bound is that of connections. */
    private final ExecutorService signers;

    private final CertificateWatch watch;

    /** With the certificate in force, which {@link #watch} sets. */
    private volatile @Nullable SslContext context;

    private ServerTls(CertificateFiles files, Duration handshakeTimeout, int threads)
            throws TlsFileException {
        this.handshakeTimeout = handshakeTimeout;
        this.watch = CertificateWatch.start(files, InstantSource.system(), this::use);
        this.signers =
                Executors.newFixedThreadPool(
                        threads, new DefaultThreadFactory("tls", /* daemon= */ true));
    }

    /**
     * Reads the certificate, and goes on to look for a new one.
     *
     * @param threads how many handshakes make progress at a time
     * @return null when the server is to do without TLS
     * @throws ServerStartException when the certificate is of no use
     */
    static @Nullable ServerTls start(TlsOptions options, int threads) {
        CertificateFiles files = options.files().orElse(null);
        if (files == null) {
            return null;
        }
        try {
            return new ServerTls(files, options.handshakeTimeout(), threads);
        } catch (TlsFileException e) {
            throw new ServerStartException(String.valueOf(e.getMessage()));
        }
    }

    private void use(Identity identity) {
        try {
            context =
                    SslContextBuilder.forServer(identity.key(), identity.chain())
                            .sslProvider(SslProvider.JDK)
                            .protocols(TlsVersion.NAME)
                            .build();
        } catch (SSLException e) {
            throw new IllegalStateException("this Java can't use the certificate", e);
        }
    }

    /** The first handler of a new connection. */
    SslHandler newHandler(ByteBufAllocator allocator) {
        SslContext now = Objects.requireNonNull(context, "set by the watch's start");
        SslHandler handler = now.newHandler(allocator, signers);
        handler.setHandshakeTimeoutMillis(handshakeTimeout.toMillis());
        return handler;
    }

    /** Looks for a new certificate at once, and returns when that is done. */
    void lookNow() throws InterruptedException {
        watch.lookNow();
    }

    @Override
    public void close() {
        watch.close();
        signers.shutdownNow();
    }
}
