package gameserver.net.logic;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LogicExecutor} with a thread and a mailbox of its own.
 *
 * <p>The mailbox is bounded by its senders, not by itself. A full mailbox could refuse the packets
 * of an innocent client, or a "closed", and leave a ghost in a room. Instead each session counts
 * what it has waiting here and stops reading from its socket at its share; so the mailbox holds at
 * most sessions x share packets, plus one "opened" and one "closed" a session.
 */
public final class LogicThread extends LogicExecutor {
    /** Tasks after which a round ends although more are waiting, so that output is not held up. */
    private static final int MAX_TASKS_PER_ROUND = 256;

    private static final int MAILBOX_CHUNK = 1024;

    private final MpscUnboundedArrayQueue<Posted> mailbox =
            new MpscUnboundedArrayQueue<>(MAILBOX_CHUNK);
    private final LongConsumer waitingTimes;
    private final Timers timers = new Timers();
    private final Thread thread;

    /** Set by the thread before it parks; whoever clears it has to wake the thread. */
    private final AtomicBoolean parked = new AtomicBoolean();

    private volatile boolean closed;

    private record Posted(Runnable task, long atNanos) {}

    /** Starts the thread. */
    public LogicThread(String name) {
        this(name, nanos -> {});
    }

    /**
     * Starts the thread.
     *
     * @param waitingTimes is told, on this thread and once in each round that has posted tasks, for
     *     how many nanoseconds the first of them has waited
     */
    public LogicThread(String name, LongConsumer waitingTimes) {
        this.waitingTimes = waitingTimes;
        this.thread = new Thread(this::run, name);
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        mailbox.offer(new Posted(task, nanoTime()));
        wakeUp();
    }

    @Override
    public void executeAll(List<Runnable> tasks) {
        long now = nanoTime();
        for (Runnable task : tasks) {
            mailbox.offer(new Posted(task, now));
        }
        wakeUp();
    }

    private void wakeUp() {
        if (parked.get() && parked.getAndSet(false)) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void schedule(Duration delay, Runnable task) {
        requireCurrent(this);
        timers.add(nanoTime() + delay.toNanos(), task);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** Tasks that are waiting now; exact only when nothing is posted meanwhile. */
    public int depth() {
        return mailbox.size();
    }

    @Override
    public void end() {
        closed = true;
        LockSupport.unpark(thread);
    }

    @Override
    public boolean awaitEnd(Duration timeout) {
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void run() {
        while (true) {
            boolean closing = closed; // Read first: what was posted before the close is polled.
            Posted first = mailbox.poll();
            if (first != null || (!closing && isTimerDue())) {
                runRound(first);
            } else {
                rest();
                if (closing) {
                    return;
                }
                park();
            }
        }
    }

    private boolean isTimerDue() {
        return !timers.isEmpty() && timers.nanosUntilFirst(nanoTime()) <= 0;
    }

    /** Runs what is due, then what was posted; a thread with much to do keeps its appointments. */
    private void runRound(@Nullable Posted first) {
        long now = nanoTime();
        for (Runnable task = timers.takeDue(now); task != null; task = timers.takeDue(now)) {
            work(task);
        }
        if (first != null) {
            long waited = nanoTime() - first.atNanos;
            runTask(() -> waitingTimes.accept(waited));
            runPosted(first);
        }
        endRound();
    }

    private void runPosted(Posted first) {
        work(first.task);
        for (int i = 1; i < MAX_TASKS_PER_ROUND; i++) {
            @Nullable Posted next = mailbox.poll();
            if (next == null) {
                return;
            }
            work(next.task);
        }
    }

    /*
     * A task must not be posted to a thread that sleeps on. Both sides write first and look second:
     * execute() advances the queue's index, then reads `parked`; this method writes `parked`, then
     * compares the queue's indices. Whichever comes later sees what the other has written. A wake-up
     * that comes before park() makes park() return at once.
     */
    private void park() {
        parked.set(true);
        if (mailbox.isEmpty() && !closed) {
            if (timers.isEmpty()) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, timers.nanosUntilFirst(nanoTime()));
            }
        }
        parked.set(false);
    }

    @Override
    public String toString() {
        return thread.getName();
    }
}
