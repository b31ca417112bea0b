package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A thread that sleeps is woken by every task: one lost wake-up and the ball is not returned. */
class LogicThreadWakeUpTest {
    private static final int RETURNS = 200_000;

    @Test
    void wakesUpForEveryTaskOfALongPingPong() throws InterruptedException {
        LogicThread left = new LogicThread("left");
        LogicThread right = new LogicThread("right");
        CountDownLatch returns = new CountDownLatch(RETURNS);

        left.execute(() -> hit(returns, left, right));

        assertTrue(
                returns.await(25, TimeUnit.SECONDS), returns.getCount() + " returns are missing");
        assertTrue(left.close(Duration.ofSeconds(5)));
        assertTrue(right.close(Duration.ofSeconds(5)));
    }

    /** On {@code here}: passes the ball to {@code there}. */
    private static void hit(CountDownLatch returns, LogicThread here, LogicThread there) {
        returns.countDown();
        if (returns.getCount() > 0) {
            there.execute(() -> hit(returns, there, here));
        }
    }
}
