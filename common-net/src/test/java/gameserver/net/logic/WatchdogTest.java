package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock is the test's; what the watchdog looks at is a real thread. */
final class WatchdogTest {
    private static final Duration A_LOOK = Watchdog.STUCK_AFTER.dividedBy(4);

    private final LogicThread logic = new LogicThread("worker-7");
    private final AtomicInteger stuck = new AtomicInteger();
    private final Watchdog watchdog = Watchdog.unstarted(List.of(logic), stuck::incrementAndGet);
    private final LogCapture log = new LogCapture();
    private final Gate gate = new Gate();
    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow.

    /** Keeps the thread, and has a name. */
    private final Runnable task =
            new Runnable() {
                @Override
                public void run() {
                    gate.pass();
                }

                @Override
                public String toString() {
                    return "session 3 (alice in room 5)";
                }
            };

    @AfterEach
    void close() {
        gate.close();
        log.close();
        assertTrue(logic.close(TestServer.PATIENCE));
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            watchdog.look(now);
            now += A_LOOK.toNanos();
        }
    }

    private void hold(Runnable task) {
        logic.execute(task);
        gate.awaitReached();
    }

    private void awaitRest() {
        Eventually.isTrue("rests", () -> logic.currentTask().task() == null);
    }

    @Test
    void saysOnceWhoKeepsAThreadForHowLongAndWhereItIs() {
        hold(task);

        look(20);

        assertEquals(
                List.of(
                        "WARN logic thread stuck thread=worker-7 at=session 3 (alice in room 5) for=1.0s"),
                log.lines());
        assertTrue(
                log.stack(0).stream().anyMatch(frame -> frame.contains("Gate.pass")),
                () -> log.stack(0).toString());
        assertEquals(1, stuck.get());
    }

    @Test
    void saysWhenItIsOver() {
        hold(task);
        look(20);

        gate.open();
        awaitRest();
        look(20);

        assertEquals(2, log.lines().size(), () -> log.lines().toString());
        assertEquals("WARN logic thread goes on thread=worker-7 after=5.0s", log.lines().get(1));
    }

    @Test
    void aTaskThatEndsInTimeIsNotStuck() {
        hold(task);
        look(4);

        gate.open();
        awaitRest();
        look(20);

        assertEquals(List.of(), log.lines());
    }

    @Test
    void aThreadThatRestsIsNotStuck() {
        look(20);
        awaitRest();
        look(20);

        assertEquals(List.of(), log.lines());
    }

    @Test
    void aThreadThatDoesTheSameAgainAndAgainIsNotStuck() {
        Runnable same = () -> {};
        for (int i = 0; i < 20; i++) {
            try (Gate next = new Gate()) {
                logic.execute(same);
                logic.execute(next::pass);
                next.awaitReached();
                look(1);
            }
        }

        assertEquals(List.of(), log.lines());
    }

    @Test
    void aTimerThatDoesNotEndIsStuckAsWell() {
        logic.execute(() -> logic.schedule(Duration.ZERO, task));
        gate.awaitReached();

        look(5);

        assertEquals(1, stuck.get());
    }

    @Test
    void aTaskWithoutANameIsCalledByItsClass() {
        hold(gate::pass);

        look(5);

        assertEquals(
                List.of(
                        "WARN logic thread stuck thread=worker-7 at="
                                + WatchdogTest.class.getName()
                                + " for=1.0s"),
                log.lines());
    }

    @Test
    void aThreadThatHasEndedIsNotStuck() {
        hold(task);
        gate.open();
        assertTrue(logic.close(TestServer.PATIENCE));

        look(20);

        assertEquals(List.of(), log.lines());
    }
}
