package gameserver.net.logic;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** What a logic thread is to do later, the earliest first. Belongs to that thread. */
final class Timers {
    private final PriorityQueue<Timer> waiting = new PriorityQueue<>();
    private long added;

    private record Timer(long atNanos, long sequence, Runnable task) implements Comparable<Timer> {
        /**
         * Differences, since {@link System#nanoTime} may overflow; equal times keep their order.
         */
        @Override
        public int compareTo(Timer other) {
            long difference = atNanos - other.atNanos;
            return Long.signum(difference != 0 ? difference : sequence - other.sequence);
        }
    }

    void add(long atNanos, Runnable task) {
        waiting.add(new Timer(atNanos, added++, task));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** How long it is until the first is due: not positive when it is. There must be one. */
    long nanosUntilFirst(long now) {
        return waiting.element().atNanos - now;
    }

    /** Takes a task that is due by {@code now}, or null when there is none. */
    @Nullable Runnable takeDue(long now) {
        if (waiting.isEmpty() || nanosUntilFirst(now) > 0) {
            return null;
        }
        return waiting.remove().task;
    }
}
