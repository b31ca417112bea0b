package gameserver.net.tls;

import gameserver.net.tls.CertificateFiles.Content;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the files of a certificate every second, and tells when there is a new one in them.
 * Files that are broken, or do not fit each other, change nothing; the log has a line about them,
 * and they are tried again when they have changed again.
 *
 * <p>What is in the files is compared, not when they were written: that works with links, with
 * copies that keep the time of the original, and on every file system. A change counts when two
 * looks in a row have seen the same, so that nobody reads half a file, or one of two new files.
 *
 * <p><strong>Threads:</strong> its own, {@code tls-files}, reads the files, and owns what they were
 * found to be. The methods may be called from any other thread.
 */
public final class CertificateWatch implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(CertificateWatch.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final CertificateFiles files;
    private final InstantSource clock;
    private final Consumer<Identity> listener;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(CertificateWatch::newThread);

    /** What the last look has found. */
    private Look seen;

    /** What was last taken, or was of no use. */
    private Look tried;

    /** What is in the files, or why they can't be read. */
    private record Look(@Nullable Content content, String problem) {}

    private CertificateWatch(
            CertificateFiles files,
            Content first,
            InstantSource clock,
            Consumer<Identity> listener) {
        this.files = files;
        this.clock = clock;
        this.listener = listener;
        this.seen = new Look(first, "");
        this.tried = seen;
    }

    /**
     * Reads the files for the first time, and goes on to look at them.
     *
     * @param clock tells whether a certificate has expired, which is worth a warning
     * @param listener is told of what is in the files, now on this thread, then of each change on
     *     the watch's own; must not throw
     * @throws TlsFileException when the files are of no use
     */
    public static CertificateWatch start(
            CertificateFiles files, InstantSource clock, Consumer<Identity> listener)
            throws TlsFileException {
        Content first = files.content();
        CertificateWatch watch = new CertificateWatch(files, first, clock, listener);
        try {
            watch.take(first.identity());
        } catch (TlsFileException e) {
            watch.close();
            throw e;
        }
        long period = PERIOD.toMillis();
        var unused =
                watch.thread.scheduleWithFixedDelay(
                        watch::look, period, period, TimeUnit.MILLISECONDS);
        return watch;
    }

    private static Thread newThread(Runnable task) {
        Thread thread = new Thread(task, "tls-files");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks at once, and returns when that is done. */
    public void lookNow() throws InterruptedException {
        try {
            thread.submit(this::look).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void look() {
        Look now = lookAtFiles();
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(tried)) {
            tried = now;
            try {
                take(now);
            } catch (TlsFileException e) {
                log.warn("the certificate stays as it is: {}", e.getMessage());
            } catch (RuntimeException e) {
                log.error("the certificate stays as it is", e); // A bug of ours.
            }
        }
    }

    private Look lookAtFiles() {
        try {
            return new Look(files.content(), "");
        } catch (TlsFileException e) {
            return new Look(null, String.valueOf(e.getMessage()));
        }
    }

    private void take(Look look) throws TlsFileException {
        if (look.content == null) {
            throw new TlsFileException(look.problem);
        }
        take(look.content.identity());
    }

    private void take(Identity identity) {
        listener.accept(identity);
        log.info("certificate subject={} expires={}", identity.subject(), identity.expires());
        Instant now = clock.instant();
        if (now.isAfter(identity.expires())) {
            log.warn("the certificate has expired, clients will refuse it");
        } else if (now.isBefore(identity.begins())) {
            log.warn("the certificate is for later, clients refuse it until {}", identity.begins());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
