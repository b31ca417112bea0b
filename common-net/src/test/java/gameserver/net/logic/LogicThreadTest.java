package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogicThreadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LogicThread logic = new LogicThread("logic-under-test");
    private final CountDownLatch gate = new CountDownLatch(1);

    /** Touched by tasks only, and by the test once the thread has ended. */
    private final List<String> done = new ArrayList<>();

    @AfterEach
    void end() {
        gate.countDown();
        logic.close(PATIENCE);
    }

    /** Keeps the thread busy until the gate opens, so that what is posted waits together. */
    private void postGate() {
        logic.execute(this::awaitGate);
    }

    private void awaitGate() {
        try {
            assertTrue(gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs what was posted; after that the test may look at {@link #done}. */
    private void openGateAndClose() {
        gate.countDown();
        assertTrue(logic.close(PATIENCE));
    }

    @Test
    void runsTheTasksOfEachOfManyProducersInTheirOrder() throws InterruptedException {
        int producers = 4;
        int tasks = 100_000;
        int[] next = new int[producers];
        List<Thread> threads = new ArrayList<>();
        for (int producer = 0; producer < producers; producer++) {
            int self = producer;
            threads.add(new Thread(() -> produce(self, tasks, next)));
        }

        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        openGateAndClose();

        assertEquals(List.of(), done);
        for (int ran : next) {
            assertEquals(tasks, ran);
        }
    }

    private void produce(int producer, int tasks, int[] next) {
        for (int i = 0; i < tasks; i++) {
            int number = i;
            logic.execute(
                    () -> {
                        if (next[producer]++ != number) {
                            done.add("producer " + producer + " out of order at " + number);
                        }
                    });
        }
    }

    @Test
    void goesOnAfterATaskThatThrowsAnException() {
        logic.execute(
                () -> {
                    throw new IllegalStateException("thrown by a test");
                });

        logic.execute(() -> done.add("next"));

        openGateAndClose();
        assertEquals(List.of("next"), done);
    }

    @Test
    void goesOnAfterATaskThatThrowsAnError() {
        logic.execute(
                () -> {
                    throw new AssertionError("thrown by a test");
                });

        logic.execute(() -> done.add("next"));

        openGateAndClose();
        assertEquals(List.of("next"), done);
    }

    @Test
    void goesOnAfterTheEndOfARoundThrows() {
        logic.afterEachRound(
                () -> {
                    throw new IllegalStateException("thrown by a test");
                });
        logic.afterEachRound(() -> done.add("other end"));

        logic.execute(() -> done.add("task"));

        openGateAndClose();
        assertEquals(List.of("task", "other end"), done);
    }

    @Test
    void endsARoundOnceAfterTheTasksThatWaitedTogether() {
        logic.afterEachRound(() -> done.add("end"));
        postGate();
        logic.execute(() -> done.add("first"));
        logic.execute(() -> done.add("second"));

        openGateAndClose();

        assertEquals(List.of("first", "second", "end"), done);
    }

    @Test
    void endsARoundNowAndThenAlthoughTasksAreWaiting() {
        int tasks = 10_000;
        logic.afterEachRound(() -> done.add("end"));
        postGate();
        for (int i = 0; i < tasks; i++) {
            logic.execute(() -> done.add("task"));
        }

        openGateAndClose();

        int firstEnd = done.indexOf("end");
        assertEquals(tasks, Collections.frequency(done, "task"));
        assertTrue(firstEnd > 0 && firstEnd < tasks, "first end at " + firstEnd);
        assertEquals("end", done.get(done.size() - 1));
    }

    @Test
    void knowsItsOwnThread() {
        logic.execute(() -> done.add("on it: " + logic.isCurrent()));

        openGateAndClose();

        assertEquals(List.of("on it: true"), done);
        assertFalse(logic.isCurrent());
    }

    @Test
    void refusesAForeignThreadAndNamesBothThreadsAndWhatWasTouched() {
        NotOwnerThreadException refusal =
                assertThrows(NotOwnerThreadException.class, () -> logic.requireCurrent("room 7"));

        Messages.assertNames(
                refusal, "room 7", "logic-under-test", Thread.currentThread().getName());
    }

    @Test
    void doesNotRefuseItsOwnThread() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        logic.execute(
                () -> {
                    try {
                        logic.requireCurrent("room 7");
                    } catch (NotOwnerThreadException e) {
                        thrown.set(e);
                    }
                });

        openGateAndClose();

        assertEquals(null, thrown.get());
    }

    @Test
    void runsEverythingThatWasPostedBeforeItIsClosed() {
        postGate();
        for (int i = 0; i < 5000; i++) {
            logic.execute(() -> done.add("task"));
        }

        openGateAndClose();

        assertEquals(5000, done.size());
    }

    @Test
    void runsWhatTheLastTasksPost() {
        postGate();
        logic.execute(() -> logic.execute(() -> done.add("posted by a task")));

        openGateAndClose();

        assertEquals(List.of("posted by a task"), done);
    }

    @Test
    void saysThatItHasNotEndedInTimeWhenATaskTakesLonger() {
        postGate();

        assertFalse(logic.close(Duration.ofMillis(20)));
    }

    @Test
    void tellsHowManyTasksWait() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        logic.execute(started::countDown);
        postGate();
        assertTrue(started.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        for (int i = 0; i < 10; i++) {
            logic.execute(() -> {});
        }

        // The gate itself may have been taken already, or not yet.
        assertTrue(logic.depth() == 10 || logic.depth() == 11, "depth " + logic.depth());
        openGateAndClose();
        assertEquals(0, logic.depth());
    }
}
