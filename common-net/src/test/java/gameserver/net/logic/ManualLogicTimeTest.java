package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Time passes when a test says so, and everything happens at its moment. */
class ManualLogicTimeTest {
    private final ManualLogic logic = new ManualLogic();
    private final List<String> done = new ArrayList<>();
    private final long start = logic.nanoTime();

    /** What is done says at which second. */
    private void note(String what) {
        done.add(Duration.ofNanos(logic.nanoTime() - start).toSeconds() + " " + what);
    }

    private void scheduleNote(int seconds, String what) {
        logic.schedule(Duration.ofSeconds(seconds), () -> note(what));
    }

    private void advance(int seconds) {
        logic.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void timersWaitForTheirTime() {
        scheduleNote(10, "timer");

        logic.advance(Duration.ofSeconds(10).minusNanos(1));
        assertEquals(List.of(), done);

        logic.advance(Duration.ofNanos(1));
        assertEquals(List.of("10 timer"), done);
    }

    @Test
    void runningWhatIsPostedRunsNoTimer() {
        scheduleNote(1, "timer");
        logic.schedule(Duration.ZERO, () -> note("at once"));

        logic.runPending();
        assertEquals(List.of(), done);

        advance(0);
        assertEquals(List.of("0 at once"), done);
    }

    @Test
    void timersRunInTheOrderOfTheirTimesEachAtItsOwn() {
        scheduleNote(3, "third");
        scheduleNote(1, "first");
        scheduleNote(2, "second");
        scheduleNote(3, "with the third");

        advance(5);

        assertEquals(List.of("1 first", "2 second", "3 third", "3 with the third"), done);
    }

    @Test
    void theClockStopsWhereItIsTold() {
        scheduleNote(1, "timer");

        advance(5);
        advance(2);

        assertEquals(Duration.ofSeconds(7).toNanos(), logic.nanoTime() - start);
    }

    @Test
    void aTimerCountsFromTheMomentAtWhichItIsScheduled() {
        advance(5);
        scheduleNote(1, "timer");

        advance(1);

        assertEquals(List.of("6 timer"), done);
    }

    @Test
    void timersThatTimersScheduleRunWithinTheSameAdvance() {
        logic.schedule(
                Duration.ofSeconds(1),
                () -> {
                    note("timer");
                    scheduleNote(0, "at once");
                    scheduleNote(2, "within");
                    scheduleNote(5, "beyond");
                });
        scheduleNote(2, "between");

        advance(5);
        assertEquals(List.of("1 timer", "1 at once", "2 between", "3 within"), done);

        advance(1);
        assertEquals("6 beyond", done.get(4));
    }

    @Test
    void aTimerThatGoesOnAndOnRunsOnceAPeriod() {
        tick();
        advance(3);

        assertEquals(List.of("0 tick", "1 tick", "2 tick", "3 tick"), done);
    }

    private void tick() {
        note("tick");
        logic.schedule(Duration.ofSeconds(1), this::tick);
    }

    @Test
    void whatATimerPostsRunsAtTheSameMoment() {
        logic.schedule(Duration.ofSeconds(1), () -> logic.execute(() -> note("posted")));
        scheduleNote(2, "next timer");

        advance(5);

        assertEquals(List.of("1 posted", "2 next timer"), done);
    }

    @Test
    void theRoundEndsAfterATimer() {
        logic.afterEachRound(() -> note("end"));
        scheduleNote(1, "timer");

        advance(5);

        assertEquals(List.of("1 timer", "1 end"), done);
    }

    @Test
    void aTimerThatThrowsDoesNotStopTheOthers() {
        logic.schedule(
                Duration.ofSeconds(1),
                () -> {
                    throw new IllegalStateException("thrown by a test");
                });
        scheduleNote(2, "next");

        advance(5);

        assertEquals(List.of("2 next"), done);
    }

    @Test
    void aForeignThreadNeitherSchedulesNorLetsTimePass() throws InterruptedException {
        assertInstanceOf(
                NotOwnerThreadException.class,
                thrownOnAForeignThread(() -> scheduleNote(0, "timer")));
        assertInstanceOf(NotOwnerThreadException.class, thrownOnAForeignThread(() -> advance(1)));

        advance(1);

        assertEquals(List.of(), done);
    }

    private static Throwable thrownOnAForeignThread(Runnable action) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("nothing"));
        Thread foreign = new Thread(action, "foreign");
        foreign.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
        foreign.start();
        foreign.join();
        return thrown.get();
    }
}
