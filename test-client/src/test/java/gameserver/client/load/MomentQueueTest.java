package gameserver.client.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentQueueTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void keepsTheOrderHoweverLongItGets(long seed) {
        Random random = new Random(seed);
        Queue<Long> expected = new ArrayDeque<>();
        MomentQueue moments = new MomentQueue();
        int longest = 0;

        for (int step = 0; step < 10_000; step++) {
            if (expected.isEmpty()) {
                assertFalse(moments.beginsWith(0));
            } else {
                assertTrue(moments.beginsWith(Objects.requireNonNull(expected.peek())));
                assertFalse(moments.beginsWith(expected.peek() + 1));
            }
            // First it grows on the whole, then it shrinks.
            if (expected.isEmpty() || random.nextInt(100) < (step < 5_000 ? 60 : 40)) {
                long moment = random.nextLong();
                expected.add(moment);
                moments.add(moment);
            } else {
                expected.remove();
                moments.remove();
            }
            longest = Math.max(longest, expected.size());
        }

        assertTrue(longest > 256, "grew to " + longest);
    }
}
