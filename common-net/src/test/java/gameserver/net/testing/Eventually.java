package gameserver.net.testing;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Assertions;

/** Waits for what no blocking call tells: a counter. Everything else is waited for by a latch. */
public final class Eventually {
    private static final long POLL_NANOS = 1_000_000;

    private Eventually() {}

    public static void equal(long expected, LongSupplier actual) {
        long deadline = System.nanoTime() + TestServer.PATIENCE.toNanos();
        while (actual.getAsLong() != expected && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        Assertions.assertEquals(expected, actual.getAsLong());
    }

    public static void isTrue(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TestServer.PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        Assertions.assertTrue(condition.getAsBoolean(), what);
    }
}
