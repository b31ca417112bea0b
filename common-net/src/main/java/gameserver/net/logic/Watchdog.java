package gameserver.net.logic;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when a logic thread does not come to the end of a task, and when it has: a bug, or
 * more work than there are cores. Everybody on that thread waits meanwhile, and nothing else would
 * tell why.
 *
 * <p>It looks a few times in the time that is allowed, and only takes what it sees each time in a
 * row for stuck. So a process that was paused as a whole has no stuck threads when it goes on.
 *
 * <p><strong>Threads:</strong> has one of its own, which owns what it has seen. {@link #close} may
 * be called from any other.
 */
public final class Watchdog implements AutoCloseable {
    /** Tasks are done in microseconds; one that takes so long is not what it is meant to be. */
    public static final Duration STUCK_AFTER = Duration.ofSeconds(1);

    private static final Logger log = LoggerFactory.getLogger(Watchdog.class);

    /** A task that was seen once is stuck after so many more looks. */
    private static final int LOOKS = 4;

    private final List<Watched> watched;
    private final Duration pause;
    private final Runnable onStuck;
    private final Thread thread;
    private volatile boolean closed;

    private Watchdog(
            Collection<? extends LogicExecutor> logics, Duration stuckAfter, Runnable onStuck) {
        this.watched = logics.stream().map(Watched::new).toList();
        this.pause = stuckAfter.dividedBy(LOOKS);
        this.onStuck = onStuck;
        this.thread = new Thread(this::run, "watchdog");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch.
     *
     * @param onStuck is called once for each task that is found stuck, on the thread of the
     *     watchdog
     */
    public static Watchdog watch(Collection<? extends LogicExecutor> logics, Runnable onStuck) {
        Watchdog watchdog = new Watchdog(logics, STUCK_AFTER, onStuck);
        watchdog.thread.start();
        return watchdog;
    }

    /** One that looks when its test says so. */
    static Watchdog unstarted(Collection<? extends LogicExecutor> logics, Runnable onStuck) {
        return new Watchdog(logics, STUCK_AFTER, onStuck);
    }

    private void run() {
        while (!closed) {
            look(System.nanoTime());
            LockSupport.parkNanos(this, pause.toNanos());
        }
    }

    /** Looks once at each thread. */
    void look(long now) {
        watched.forEach(each -> each.look(now));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    /** What was seen of one logic thread. */
    private final class Watched {
        private final LogicExecutor logic;
        private long number;
        private int looks;
        private long firstSeenAt;

        Watched(LogicExecutor logic) {
            this.logic = logic;
        }

        void look(long now) {
            CurrentTask current = logic.currentTask();
            @Nullable Runnable task = current.task();
            long number = current.number();
            if (task == null || number != this.number) {
                tellIfItWasStuck(now);
                this.number = number;
                firstSeenAt = now;
                looks = 0;
            } else if (++looks == LOOKS) {
                onStuck.run();
                log.warn(
                        "logic thread stuck thread={} at={} for={}",
                        logic,
                        name(task),
                        seconds(now),
                        whereItIs(current));
            }
        }

        private void tellIfItWasStuck(long now) {
            if (looks >= LOOKS) {
                log.warn("logic thread goes on thread={} after={}", logic, seconds(now));
            }
        }

        private String seconds(long now) {
            return String.format(Locale.ROOT, "%.1fs", (now - firstSeenAt) / 1e9);
        }
    }

    /** What it calls itself, or for a lambda the class that it is written in. */
    private static String name(Runnable task) {
        String name = task.toString();
        int lambda = name.indexOf("$$Lambda");
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    private static Throwable whereItIs(CurrentTask current) {
        Throwable place = new Throwable("this is where it is, nothing was thrown");
        place.setStackTrace(current.stackTrace());
        return place;
    }
}
