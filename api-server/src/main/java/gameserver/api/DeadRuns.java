package gameserver.api;

import gameserver.api.account.Database;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.ServerRegistry;
import gameserver.api.state.UnavailableException;
import gameserver.wallet.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what is held for game servers that are gone, and forgets bets for which no server asks
 * any more.
 *
 * <p>A run is gone when it is not registered for a whole lease in which this server has looked
 * again and again, and has had an answer each time. So after an outage, of this server or of what
 * it asks, every game server has a lease's time to come back before its bets are touched.
 *
 * <p><strong>Threads:</strong> its own, {@code dead-runs}; tests call {@link #look} and {@link
 * #forgetSettled} themselves.
 */
final class DeadRuns implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DeadRuns.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /**
     * How long what came of a bet is known, for a game server that has not heard it. It asks again
     * every second; but what it has asked may lie in the buffers of a broken network for as long as
     * TCP tries to get it through, which is a quarter of an hour or more, and a hold must not be
     * taken for a new one then. An outage that is longer than this has lost no chips either: {@link
     * Ledger#forgetSettled} says why.
     */
    static final Duration SETTLED_KEPT = Duration.ofHours(1);

    /** So many portions of them are forgotten at a time: more than tables settle meanwhile. */
    private static final int PORTIONS = 20;

    private final ServerRegistry servers;
    private final Database database;
    private final InstantSource clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "dead-runs");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Since when each run that holds something is missed, without a look that failed. */
    private final Map<String, Instant> missedSince = new HashMap<>();

    DeadRuns(ServerRegistry servers, Database database, InstantSource clock) {
        this.servers = servers;
        this.database = database;
        this.clock = clock;
    }

    void start() {
        Future<?> unused =
                thread.scheduleWithFixedDelay(
                        this::lookAndForget,
                        PAUSE.toMillis(),
                        PAUSE.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void lookAndForget() {
        look();
        forgetSettled();
    }

    /** Looks once. */
    void look() {
        try {
            Set<String> holding = Set.copyOf(database.askLedger(ledger -> ledger.runs()));
            Set<String> alive =
                    servers.list().stream().map(GameServerInfo::run).collect(Collectors.toSet());
            missedSince.keySet().removeIf(run -> !holding.contains(run) || alive.contains(run));
            Instant now = clock.instant();
            for (String run : holding) {
                if (!alive.contains(run)) {
                    missedSince.putIfAbsent(run, now);
                }
            }
            giveBack(gone(now));
        } catch (UnavailableException e) {
            missedSince.clear();
            log.debug("can't look for dead runs", e);
        } catch (RuntimeException e) { // The next look has to come, whatever it was.
            missedSince.clear();
            log.error("looking for dead runs failed", e);
        }
    }

    private List<String> gone(Instant now) {
        Instant before = now.minus(ServerRegistry.LEASE);
        return missedSince.entrySet().stream()
                .filter(missed -> !missed.getValue().isAfter(before))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void giveBack(List<String> runs) {
        for (String run : runs) {
            int bets = database.askLedger(ledger -> ledger.giveBack(run));
            missedSince.remove(run);
            log.info("bets given back={} run={}", bets, run);
        }
    }

    /** Forgets bets that were settled long ago; if they are very many, the rest the next time. */
    void forgetSettled() {
        try {
            int forgotten = Ledger.PORTION;
            for (int i = 0; i < PORTIONS && forgotten == Ledger.PORTION; i++) {
                forgotten = database.askLedger(ledger -> ledger.forgetSettled(SETTLED_KEPT));
            }
        } catch (UnavailableException e) {
            log.debug("can't forget settled bets", e);
        } catch (RuntimeException e) { // The next time has to come, whatever it was.
            log.error("forgetting settled bets failed", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.debug("still looking for dead runs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
