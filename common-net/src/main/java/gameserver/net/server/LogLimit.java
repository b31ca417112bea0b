package gameserver.net.server;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Bounds how much is logged of one kind: so many lines a second, and of the others their number.
 *
 * <p>Any thread may use it; its lock is held for one addition.
 */
final class LogLimit {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final int linesPerSecond;
    private final LongSupplier nanoTime;
    private long secondBegan;
    private int lines;

    /** Since {@link #leftOutSince}. */
    private long leftOut;

    private long leftOutSince;

    LogLimit(int linesPerSecond, LongSupplier nanoTime) {
        this.linesPerSecond = linesPerSecond;
        this.nanoTime = nanoTime;
        this.secondBegan = nanoTime.getAsLong();
    }

    /** Whether one more line may be logged. If not it counts as left out. */
    synchronized boolean tryTake() {
        long now = nanoTime.getAsLong();
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            lines = 0;
        }
        if (lines < linesPerSecond) {
            lines++;
            return true;
        }
        if (leftOut == 0) {
            leftOutSince = now;
        }
        leftOut++;
        return false;
    }

    /** How many were left out and not told of, a second after the first of them; 0 before that. */
    synchronized long takeLeftOut() {
        if (leftOut == 0 || nanoTime.getAsLong() - leftOutSince < SECOND) {
            return 0;
        }
        long taken = leftOut;
        leftOut = 0;
        return taken;
    }
}
