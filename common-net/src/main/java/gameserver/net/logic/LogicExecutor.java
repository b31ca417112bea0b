package gameserver.net.logic;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one at a time, in the order in which they were posted, on one thread. What is touched
 * only by such tasks needs no locks; {@link #requireCurrent} makes sure of the "only".
 *
 * <p>Tasks run in rounds: some tasks, then everything that was registered with {@link
 * #afterEachRound}. That is where the output of many tasks leaves at once.
 */
public abstract class LogicExecutor implements Executor {
    private static final Logger log = LoggerFactory.getLogger(LogicExecutor.class);

    private final List<Runnable> roundEnds = new CopyOnWriteArrayList<>();
    private final CurrentTask currentTask = new CurrentTask();

    /**
     * Posts {@code task}. Callable from any thread; never blocks and never refuses, so whatever
     * posts for a client must keep a count of its own.
     */
    @Override
    public abstract void execute(Runnable task);

    /** Posts tasks in their order, with at most one wake-up for all of them. */
    public void executeAll(List<Runnable> tasks) {
        tasks.forEach(this::execute);
    }

    /**
     * Runs {@code task} once {@code delay} has passed, unless this ends before that. Called on this
     * thread. There is no way to take it back: what is to be done later has to look whether it is
     * still wanted.
     */
    public abstract void schedule(Duration delay, Runnable task);

    /** Nanoseconds of the clock that {@link #schedule} goes by; only differences mean something. */
    public abstract long nanoTime();

    /** Whether the calling thread is the one that runs the tasks. */
    public abstract boolean isCurrent();

    /** Ends when all that has been posted has run. Called when nothing more will be posted. */
    public void end() {}

    /**
     * Waits for the end that {@link #end} has asked for.
     *
     * @return whether it has come in time
     */
    public boolean awaitEnd(Duration timeout) {
        return true;
    }

    /** Both: asks for the end, and waits for it. */
    public final boolean close(Duration timeout) {
        end();
        return awaitEnd(timeout);
    }

    /** Registers what is to run on this thread at the end of each round. */
    public final void afterEachRound(Runnable roundEnd) {
        roundEnds.add(roundEnd);
    }

    /**
     * The first line of every method that belongs to this thread.
     *
     * @throws NotOwnerThreadException when called on another thread
     */
    public final void requireCurrent(Object owned) {
        if (!isCurrent()) {
            throw new NotOwnerThreadException(owned, this);
        }
    }

    /** Runs a task that was posted or is due, where a {@link Watchdog} sees it until the next. */
    protected final void work(Runnable task) {
        currentTask.begin(task);
        runTask(task);
    }

    /** Nothing is left to do, until the next {@link #work}. */
    protected final void rest() {
        currentTask.end();
    }

    final CurrentTask currentTask() {
        return currentTask;
    }

    /** Runs one task now. Whatever it throws is logged, and the next task runs all the same. */
    public final void runTask(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            log.error("task failed thread={}", this, e);
        }
    }

    protected final void endRound() {
        for (Runnable roundEnd : roundEnds) {
            runTask(roundEnd);
        }
    }
}
