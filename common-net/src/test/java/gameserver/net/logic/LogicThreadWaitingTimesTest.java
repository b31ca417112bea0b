package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long tasks wait is told to whoever measures it, who can't do any harm. */
class LogicThreadWaitingTimesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Touched by the thread only, and by the test once it has ended. */
    private final List<Long> waits = new ArrayList<>();

    @Test
    void tellsHowLongTheFirstTaskOfARoundHasWaited() {
        LogicThread logic = new LogicThread("observed", waits::add);
        logic.execute(() -> {});

        assertTrue(logic.close(PATIENCE));

        assertEquals(1, waits.size());
        assertTrue(waits.get(0) >= 0, "waited " + waits);
    }

    @Test
    void goesOnWhenWhoeverIsToldThrows() {
        List<String> done = new ArrayList<>();
        LogicThread logic =
                new LogicThread(
                        "observed",
                        nanos -> {
                            throw new IllegalStateException("thrown by a test");
                        });

        logic.execute(() -> done.add("task"));

        assertTrue(logic.close(PATIENCE));
        assertEquals(List.of("task"), done);
    }

    @Test
    void aTimerHasNotWaited() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        LogicThread logic = new LogicThread("observed", waits::add);
        logic.execute(() -> logic.schedule(Duration.ofMillis(5), ran::countDown));

        assertTrue(ran.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));

        assertTrue(logic.close(PATIENCE));
        assertEquals(1, waits.size());
    }
}
