package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.server.RequestRate.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With 10 a second: a burst of 20, one warning, and an end when it goes on. */
class RequestRateTest {
    private static final int PER_SECOND = 10;
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RequestRate rate = new RequestRate(PER_SECOND, 0);

    private List<Verdict> take(int packets) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int i = 0; i < packets; i++) {
            verdicts.add(rate.take());
        }
        return verdicts;
    }

    private static List<Verdict> within(int packets) {
        return Collections.nCopies(packets, Verdict.WITHIN);
    }

    @Test
    void allowsABurstOfTwiceTheRate() {
        assertEquals(within(20), take(20));
    }

    @Test
    void warnsOfTheFirstPacketOverTheBurst() {
        take(20);

        assertEquals(List.of(Verdict.WARN), take(1));
    }

    @Test
    void warnsOnce() {
        take(21);

        assertEquals(within(5), take(5));
    }

    @Test
    void isOverWhenItGoesOn() {
        assertEquals(1, Collections.frequency(take(40), Verdict.WARN));
        assertEquals(List.of(Verdict.OVER), take(1));
    }

    @Test
    void neverEndsWhoKeepsToTheRate() {
        for (int second = 1; second <= 100; second++) {
            rate.refill(second * SECOND);
            assertEquals(within(PER_SECOND), take(PER_SECOND));
        }
    }

    @Test
    void savesNoMoreThanOneBurst() {
        rate.refill(1000 * SECOND);

        take(20);

        assertEquals(List.of(Verdict.WARN), take(1));
    }

    @Test
    void warnsAgainAfterACalmTime() {
        take(21);
        rate.refill(10 * SECOND);
        take(20);

        assertEquals(List.of(Verdict.WARN), take(1));
    }
}
