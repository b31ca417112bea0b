package gameserver.net.logic;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What a logic thread is busy with, as another thread sees it.
 *
 * <p><strong>Threads:</strong> the logic thread writes, without waiting for anybody: two ordered
 * stores a task, which cost what plain ones do. Any thread reads.
 */
final class CurrentTask {
    /** Of the tasks begun so far. The same object may be run again; its number is new each time. */
    private final AtomicLong number = new AtomicLong();

    private final AtomicReference<@Nullable Runnable> task = new AtomicReference<>();

    /** The number once more, for the logic thread alone. */
    private long begun;

    private volatile @Nullable Thread thread;

    void begin(Runnable next) {
        if (begun == 0) {
            thread = Thread.currentThread();
        }
        number.lazySet(++begun); // First: who sees the task sees its number, or a later one.
        task.lazySet(next);
    }

    /** Nothing is left to do. */
    void end() {
        task.lazySet(null);
    }

    /** Null while there is nothing to do. To be asked before {@link #number}. */
    @Nullable Runnable task() {
        return task.get();
    }

    long number() {
        return number.get();
    }

    /** Where the thread is now; empty before its first task. */
    StackTraceElement[] stackTrace() {
        Thread running = thread;
        return running == null ? new StackTraceElement[0] : running.getStackTrace();
    }
}
