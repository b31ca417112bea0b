package gameserver.net.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Counts the open connections, up to a limit. Any thread may call. */
final class SessionSlots {
    private final int limit;
    private int taken;

    SessionSlots(int limit) {
        this.limit = limit;
    }

    /** Takes a place; false when all are taken. */
    synchronized boolean tryTake() {
        if (taken == limit) {
            return false;
        }
        taken++;
        return true;
    }

    synchronized void release() {
        taken--;
        if (taken == 0) {
            notifyAll();
        }
    }

    synchronized int taken() {
        return taken;
    }

    /** Waits until no place is taken; false when that takes longer than {@code timeout}. */
    synchronized boolean awaitNone(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (taken > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
