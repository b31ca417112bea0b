package gameserver.net.logic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimersTest {
    private final Timers timers = new Timers();
    private final List<String> done = new ArrayList<>();

    private void add(long at, String name) {
        timers.add(at, () -> done.add(name));
    }

    private void runDue(long now) {
        for (Runnable task = timers.takeDue(now); task != null; task = timers.takeDue(now)) {
            task.run();
        }
    }

    @Test
    void hasNothingToDoAtFirst() {
        assertTrue(timers.isEmpty());
        assertNull(timers.takeDue(Long.MAX_VALUE));
    }

    @Test
    void givesTheEarliestFirst() {
        add(30, "third");
        add(10, "first");
        add(20, "second");

        runDue(30);

        assertEquals(List.of("first", "second", "third"), done);
        assertTrue(timers.isEmpty());
    }

    @Test
    void givesEqualTimesInTheOrderInWhichTheyWereAdded() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            names.add("timer " + i);
            add(10, "timer " + i);
        }

        runDue(10);

        assertEquals(names, done);
    }

    @Test
    void givesNothingBeforeItsTime() {
        add(10, "timer");

        assertNull(timers.takeDue(9));
        assertFalse(timers.isEmpty());
        assertEquals(1, timers.nanosUntilFirst(9));
        assertEquals(0, timers.nanosUntilFirst(10));
        assertEquals(-5, timers.nanosUntilFirst(15));
    }

    @Test
    void givesWhatIsDueAndKeepsTheRest() {
        add(11, "later");
        add(10, "due");

        runDue(10);

        assertEquals(List.of("due"), done);
        assertEquals(1, timers.nanosUntilFirst(10));
    }

    /** The clock of a machine may be anywhere, and may overflow while a timer waits. */
    @Test
    void keepsTheOrderWhenTheClockOverflows() {
        long before = Long.MAX_VALUE - 5;
        add(before + 10, "after the overflow");
        add(before + 1, "before it");

        assertEquals(1, timers.nanosUntilFirst(before));
        runDue(before + 1);
        assertEquals(List.of("before it"), done);

        runDue(before + 10);
        assertEquals(List.of("before it", "after the overflow"), done);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void givesManyInTheOrderOfAStableSort(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Integer> times = random.ints(500, 0, 100).boxed().toList();
        List<Integer> given = new ArrayList<>();
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            int number = i;
            timers.add(times.get(i), () -> given.add(number));
            sorted.add(number);
        }
        sorted.sort((left, right) -> times.get(left) - times.get(right));

        for (int now = 0; now < 100; now += 7) {
            runDue(now);
        }
        runDue(100);

        assertEquals(sorted, given);
    }
}
