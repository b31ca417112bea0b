package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import java.lang.Thread.State;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionSlotsTest {
    private final SessionSlots slots = new SessionSlots(2);

    @Test
    void givesNoMorePlacesThanThereAre() {
        assertTrue(slots.tryTake());
        assertTrue(slots.tryTake());

        assertFalse(slots.tryTake());
        assertEquals(2, slots.taken());
    }

    @Test
    void givesAPlaceAgainThatWasReleased() {
        slots.tryTake();
        slots.tryTake();

        slots.release();

        assertTrue(slots.tryTake());
    }

    @Test
    void doesNotWaitWhenNoPlaceIsTaken() {
        assertTrue(slots.awaitNone(Duration.ZERO));
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        slots.tryTake();

        assertFalse(slots.awaitNone(Duration.ofMillis(20)));
        assertFalse(slots.awaitNone(Duration.ofMillis(-1)));
    }

    @Test
    void isWokenWhenTheLastPlaceIsReleased() throws InterruptedException {
        slots.tryTake();
        Thread waiting = Thread.currentThread();
        Thread releasing =
                new Thread(
                        () -> {
                            Eventually.isTrue(
                                    "waits", () -> waiting.getState() == State.TIMED_WAITING);
                            slots.release();
                        });

        releasing.start();

        assertTimeout(
                Duration.ofSeconds(5), () -> assertTrue(slots.awaitNone(Duration.ofSeconds(20))));
        releasing.join();
    }
}
