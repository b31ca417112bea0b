package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds a thread of the server until the test lets it go on. */
public final class Gate implements AutoCloseable {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** For the thread that is to be held. */
    public void pass() {
        reached.countDown();
        await(open);
    }

    /** Waits until a thread is held. */
    public void awaitReached() {
        await(reached);
    }

    public void open() {
        open.countDown();
    }

    /** Whatever becomes of a test, no thread stays behind. */
    @Override
    public void close() {
        open();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(20, TimeUnit.SECONDS), "nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
