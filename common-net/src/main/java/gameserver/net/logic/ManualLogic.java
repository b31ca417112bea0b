package gameserver.net.logic;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LogicExecutor} for tests: tasks wait until the test runs them on its own thread, and
 * time passes when the test says so. So a test decides what happens before what. Belongs to the
 * thread that made it.
 */
public final class ManualLogic extends LogicExecutor {
    private final Thread owner = Thread.currentThread();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final Timers timers = new Timers();
    private long now;

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
        }
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        requireCurrent(this);
        timers.add(now + delay.toNanos(), task);
    }

    @Override
    public long nanoTime() {
        return now;
    }

    /**
     * Runs what waits and lets time pass: at each moment at which something is due, it is run with
     * what it posts.
     */
    public void advance(Duration time) {
        runPending();
        long end = now + time.toNanos();
        while (!timers.isEmpty() && timers.nanosUntilFirst(end) <= 0) {
            now += Math.max(0, timers.nanosUntilFirst(now));
            Runnable task = timers.takeDue(now);
            if (task != null) {
                execute(task);
                runPending();
            }
        }
        now = end;
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == owner;
    }

    /** Runs what waits, and what that posts, as one round; returns how many tasks ran. */
    public int runPending() {
        requireCurrent(this);
        int ran = 0;
        for (Runnable task = next(); task != null; task = next()) {
            runTask(task);
            ran++;
        }
        if (ran > 0) {
            endRound();
        }
        return ran;
    }

    public int depth() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private @Nullable Runnable next() {
        synchronized (waiting) {
            return waiting.poll();
        }
    }

    @Override
    public String toString() {
        return "manual logic of " + owner.getName();
    }
}
