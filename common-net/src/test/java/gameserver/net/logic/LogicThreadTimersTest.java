package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A logic thread keeps its appointments, whatever else it has to do. */
class LogicThreadTimersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(5);

    private final LogicThread logic = new LogicThread("logic-under-test");

    /** Touched by tasks only, and by the test once the thread has ended. */
    private final List<String> done = new ArrayList<>();

    private volatile boolean over;

    @AfterEach
    void end() {
        over = true;
        assertTrue(logic.close(PATIENCE));
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "did not happen");
    }

    @Test
    void runsATimerWhileItHasNothingElseToDo() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        long[] times = new long[2];
        logic.execute(
                () -> {
                    times[0] = logic.nanoTime();
                    logic.schedule(
                            SOON,
                            () -> {
                                times[1] = logic.nanoTime();
                                ran.countDown();
                            });
                });

        await(ran);

        long passed = times[1] - times[0];
        assertTrue(passed >= SOON.toNanos(), "ran after " + passed + " ns");
    }

    @Test
    void runsATimerWhileItsMailboxIsNeverEmpty() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        logic.execute(this::postAgain);

        logic.execute(() -> logic.schedule(SOON, ran::countDown));

        await(ran);
    }

    private void postAgain() {
        if (!over) {
            logic.execute(this::postAgain);
        }
    }

    @Test
    void handlesItsMailboxWhileATimerIsAlwaysDue() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        logic.execute(this::scheduleAgain);

        logic.execute(() -> logic.execute(ran::countDown));

        await(ran);
    }

    private void scheduleAgain() {
        logic.schedule(Duration.ZERO, this::scheduleAgain);
    }

    @Test
    void endsAlthoughATimerIsAlwaysDue() {
        logic.execute(this::scheduleAgain);

        assertTrue(logic.close(PATIENCE));
    }

    @Test
    void runsTimersInTheOrderOfTheirTimes() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(1);
        logic.execute(
                () -> {
                    logic.schedule(SOON.multipliedBy(3), last::countDown);
                    logic.schedule(SOON.multipliedBy(2), () -> done.add("second"));
                    logic.schedule(SOON, () -> done.add("first"));
                });

        await(last);

        assertTrue(logic.close(PATIENCE));
        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void wakesUpForATimerThatIsEarlierThanTheOneItSleepsFor() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        logic.execute(() -> logic.schedule(Duration.ofHours(1), () -> done.add("late")));
        logic.execute(() -> logic.schedule(SOON, ran::countDown));

        await(ran);
    }

    @Test
    void goesOnAfterATimerThatThrows() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(2);
        logic.execute(
                () -> {
                    logic.schedule(
                            SOON,
                            () -> {
                                throw new AssertionError("thrown by a test");
                            });
                    logic.schedule(SOON, ran::countDown);
                    logic.schedule(SOON.multipliedBy(2), ran::countDown);
                });

        await(ran);
    }

    @Test
    void aTimerMayScheduleTheNext() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);

        logic.execute(() -> logic.schedule(SOON, () -> logic.schedule(SOON, ran::countDown)));

        await(ran);
    }

    @Test
    void aTimerRunsOnTheThreadThatItBelongsTo() throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        logic.execute(
                () ->
                        logic.schedule(
                                Duration.ZERO,
                                () -> {
                                    logic.requireCurrent(done);
                                    ran.countDown();
                                }));

        await(ran);
    }

    @Test
    void endsTheRoundAfterATimer() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(2);
        logic.afterEachRound(
                () -> {
                    done.add("end");
                    rounds.countDown();
                });
        logic.execute(() -> logic.schedule(SOON, () -> done.add("timer")));

        await(rounds);

        assertTrue(logic.close(PATIENCE));
        assertEquals(List.of("end", "timer", "end"), done);
    }

    @Test
    void isScheduledOnItsOwnThreadOnly() {
        NotOwnerThreadException refusal =
                assertThrows(
                        NotOwnerThreadException.class,
                        () -> logic.schedule(Duration.ZERO, () -> done.add("timer")));

        Messages.assertNames(refusal, "logic-under-test", Thread.currentThread().getName());
        assertTrue(logic.close(PATIENCE));
        assertEquals(List.of(), done);
    }

    @Test
    void dropsWhatIsNotDueWhenItIsClosed() {
        logic.execute(() -> logic.schedule(Duration.ofHours(1), () -> done.add("late")));
        logic.execute(() -> done.add("task"));

        assertTrue(logic.close(PATIENCE));

        assertEquals(List.of("task"), done);
    }
}
