package gameserver.benchmarks;

import gameserver.net.logic.LogicThread;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Tasks from one thread to a {@link LogicThread}, per task. The poster waits only when it is far
 * ahead, as reading pauses in a server, so mostly both are at work. Waiting it gives its core away,
 * since the other may have no other.
 */
public class HandOver extends Measured {
    private static final int BATCH = 16;
    private static final int MOST_WAITING = 64 * BATCH;

    private final LogicThread logic = new LogicThread("logic");
    private final Runnable task = this::onTask;
    private final List<Runnable> batch = Collections.nCopies(BATCH, task);

    private long posted;

    /** Written by the logic thread alone. */
    private long handled;

    /** What the poster sees of it. */
    private volatile long handledByRoundEnd;

    @Setup
    public void publishEachRound() {
        logic.afterEachRound(() -> handledByRoundEnd = handled);
    }

    @TearDown
    public void stop() {
        logic.close(Duration.ofSeconds(10));
    }

    private void onTask() {
        handled++;
    }

    /** Each task on its own: a look after the thread for each. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long oneByOne() {
        for (int i = 0; i < BATCH; i++) {
            logic.execute(task);
        }
        return waitForRoom();
    }

    /** Sixteen at a time, as an event loop posts what all its sockets have brought. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long inBatches() {
        logic.executeAll(batch);
        return waitForRoom();
    }

    /** Sixteen at a time to a thread that sleeps until they come, and until all are handled. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public long batchToSleepingThread() {
        logic.executeAll(batch);
        return waitUntilWaiting(0);
    }

    private long waitForRoom() {
        return waitUntilWaiting(MOST_WAITING);
    }

    @SuppressWarnings("ThreadPriorityCheck") // The other thread may need this core.
    private long waitUntilWaiting(int most) {
        posted += BATCH;
        while (posted - handledByRoundEnd > most) {
            Thread.yield();
        }
        return handledByRoundEnd;
    }
}
