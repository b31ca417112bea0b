package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * Whether all orders are equally likely. Every run has a seed of its own, which it prints; {@code
 * -Dseed=} repeats it. The bounds are such that a fair shuffle goes over one of them in less than
 * one of a million runs.
 */
final class ShuffleTest {
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomGenerator random = new SplittableRandom(seed);

    ShuffleTest() {
        System.out.println("seed " + seed + " (repeat with -Dseed=" + seed + ")");
    }

    /** Which is all there is to it, but can only be seen with few items: 5 have 120 orders. */
    @Test
    void everyOrderOfFiveItemsComesEquallyOften() {
        int shuffles = 600_000;
        int[] seen = new int[5 * 5 * 5 * 5 * 5];
        for (int i = 0; i < shuffles; i++) {
            Integer[] items = {0, 1, 2, 3, 4};
            Shoe.shuffle(items, random);
            int order = 0;
            for (int item : items) {
                order = order * 5 + item;
            }
            seen[order]++;
        }

        double expected = shuffles / 120.0;
        double deviation = 0;
        int orders = 0;
        for (int times : seen) {
            if (times > 0) {
                orders++;
                deviation += (times - expected) * (times - expected) / expected;
            }
        }
        assertTrue(orders == 120, orders + " orders, seed " + seed);
        // Chi-square, 119 degrees of freedom: 1e-7 of all runs are above.
        assertTrue(deviation < 217.2, "chi-square " + deviation + ", seed " + seed);
    }

    /** A whole deck: every card comes to every place equally often. */
    @Test
    void everyCardComesToEveryPlaceEquallyOften() {
        int shuffles = 20_000;
        int[][] seen = new int[52][52];
        for (int i = 0; i < shuffles; i++) {
            Shoe shoe = new Shoe(1, random);
            for (int place = 0; place < 52; place++) {
                seen[place][shoe.draw().index()]++;
            }
        }

        double expected = shuffles / 52.0;
        double sum = 0;
        for (int[] cards : seen) {
            for (int times : cards) {
                sum += (times - expected) * (times - expected) / expected;
            }
        }
        // Every row and every column adds up to the same, which leaves 51 * 51 degrees of freedom.
        double deviation = sum * 51 / 52;
        // Chi-square, 2601 degrees of freedom: 1e-7 of all runs are above.
        assertTrue(deviation < 2993.5, "chi-square " + deviation + ", seed " + seed);
    }
}
