package gameserver.net.logic;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LogicExecutor} for tests: tasks wait until the test runs them on its own thread, so that
 * a test decides what happens before what. Belongs to the thread that made it.
 */
public final class ManualLogic extends LogicExecutor {
    private final Thread owner = Thread.currentThread();
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
        }
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
        endRound();
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
