package gameserver.api;

import gameserver.api.match.Matchmaking;
import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.Ticket;
import gameserver.api.state.UnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forms tables, and tells those calls of which it is the turn that wait for their tickets. There
 * are never more of them than connections.
 *
 * <p><strong>Threads:</strong> its own, {@code matches}, looks at the tickets of all calls at once;
 * calls come from any.
 */
final class MatchWaits implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MatchWaits.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** One of all API servers does it, once in this time. */
    private static final Duration FORMING = Duration.ofMillis(200);

    private final Matchmaking matchmaking;
    private final ExpiringEntries entries;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "matches");
                        thread.setDaemon(true);
                        return thread;
                    });

    private volatile boolean isClosed;

    /** A call that waits until its ticket is not what it was, or until its time is up. */
    private static final class Wait {
        private final Ticket ticket;
        private final long endNanos;
        private final CompletableFuture<Optional<Ticket>> next = new CompletableFuture<>();

        Wait(Ticket ticket, Duration time) {
            this.ticket = ticket;
            endNanos = System.nanoTime() + time.toNanos();
        }

        /** A ticket that only lives longer is the same. */
        boolean isOver(Optional<Ticket> now) {
            return System.nanoTime() - endNanos >= 0
                    || now.map(Ticket::stage).filter(ticket.stage()::equals).isEmpty();
        }
    }

    MatchWaits(Matchmaking matchmaking, ExpiringEntries entries) {
        this.matchmaking = matchmaking;
        this.entries = entries;
    }

    void start() {
        Future<?> unused =
                thread.scheduleWithFixedDelay(
                        this::look, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What has become of a ticket when it comes into another stage, or the time is up. */
    CompletableFuture<Optional<Ticket>> change(Ticket ticket, Duration time) {
        Wait wait = new Wait(ticket, time);
        waits.add(wait);
        if (isClosed) {
            failClosed(); // It may have come too late for the one who closed.
        }
        return wait.next;
    }

    private void look() {
        try {
            if (entries.claim("matching", FORMING)) {
                matchmaking.form();
            }
            answer();
        } catch (UnavailableException e) {
            fail(e);
        } catch (RuntimeException e) { // The next look has to come, whatever it was.
            log.error("forming tables failed", e);
            fail(e);
        }
    }

    private void answer() {
        List<Wait> asked = List.copyOf(waits); // Of one that comes later nothing is known yet.
        Map<String, Ticket> tickets =
                matchmaking.find(
                        asked.stream().map(w -> w.ticket.userId()).collect(Collectors.toSet()));
        for (Wait wait : asked) {
            if (answer(wait, tickets.get(wait.ticket.userId()))) {
                waits.remove(wait);
            }
        }
    }

    /** Returns false when it is not time yet. */
    private static boolean answer(Wait wait, @Nullable Ticket found) {
        Optional<Ticket> now =
                Optional.ofNullable(found).filter(ticket -> ticket.id().equals(wait.ticket.id()));
        if (!wait.isOver(now)) {
            return false;
        }
        wait.next.completeAsync(() -> now);
        return true;
    }

    private void fail(RuntimeException e) {
        waits.removeIf(wait -> wait.next.completeExceptionally(e));
    }

    private void failClosed() {
        fail(new UnavailableException("this API server is about to stop"));
    }

    /** Calls that wait, and those that come from now on, are told to try another server. */
    @Override
    public void close() {
        isClosed = true;
        thread.shutdownNow();
        failClosed();
    }
}
