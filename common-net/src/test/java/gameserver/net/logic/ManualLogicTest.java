package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ManualLogicTest {
    private final ManualLogic logic = new ManualLogic();
    private final List<String> done = new ArrayList<>();

    /** Runs {@code action} on another thread, to its end, and returns what it has thrown. */
    private static Throwable thrownOnAForeignThread(Runnable action) throws InterruptedException {
        AtomicReference<Throwable> thrown = new AtomicReference<>(new AssertionError("nothing"));
        Thread foreign = new Thread(action, "foreign");
        foreign.setUncaughtExceptionHandler((thread, e) -> thrown.set(e));
        foreign.start();
        foreign.join();
        return Objects.requireNonNull(thrown.get());
    }

    @Test
    void runsNothingUntilTold() {
        logic.execute(() -> done.add("task"));

        assertEquals(List.of(), done);
        assertEquals(1, logic.depth());
    }

    @Test
    void runsTasksInTheirOrder() {
        logic.execute(() -> done.add("first"));
        logic.execute(() -> done.add("second"));

        int ran = logic.runPending();

        assertEquals(2, ran);
        assertEquals(List.of("first", "second"), done);
        assertEquals(0, logic.depth());
    }

    @Test
    void runsWhatTasksPostAfterWhatWaited() {
        logic.execute(() -> logic.execute(() -> done.add("posted by a task")));
        logic.execute(() -> done.add("second"));

        int ran = logic.runPending();

        assertEquals(3, ran);
        assertEquals(List.of("second", "posted by a task"), done);
    }

    @Test
    void endsTheRoundAfterTheTasks() {
        logic.afterEachRound(() -> done.add("end"));
        logic.execute(() -> done.add("task"));

        logic.runPending();

        assertEquals(List.of("task", "end"), done);
    }

    @Test
    void goesOnAfterATaskThatThrows() {
        logic.execute(
                () -> {
                    throw new IllegalStateException("thrown by a test");
                });
        logic.execute(() -> done.add("next"));

        logic.runPending();

        assertEquals(List.of("next"), done);
    }

    @Test
    void belongsToTheThreadThatMadeIt() throws InterruptedException {
        Throwable thrown = thrownOnAForeignThread(() -> logic.requireCurrent("a room"));

        Messages.assertNames(
                assertInstanceOf(NotOwnerThreadException.class, thrown),
                "a room",
                "foreign",
                Thread.currentThread().getName());
        assertTrue(logic.isCurrent());
    }

    @Test
    void doesNotRunOnAForeignThread() throws InterruptedException {
        logic.execute(() -> done.add("task"));

        Throwable thrown = thrownOnAForeignThread(logic::runPending);

        assertInstanceOf(NotOwnerThreadException.class, thrown);
        assertFalse(done.contains("task"));
    }

    @Test
    void takesTasksOfAForeignThread() throws InterruptedException {
        Thread foreign = new Thread(() -> logic.execute(() -> done.add("from afar")));
        foreign.start();
        foreign.join();

        logic.runPending();

        assertEquals(List.of("from afar"), done);
    }
}
