package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.session.RefusalReason;
import gameserver.net.testing.Eventually;
import java.lang.Thread.State;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionSlotsTest {
    private final SessionSlots slots =
            new SessionSlots(2, new AddressTable(AddressLimits.NONE, System::nanoTime));
    private final Slot first = new Slot();
    private final Slot second = new Slot();

    private @Nullable RefusalReason take(Slot slot) {
        return slots.tryTake(slot, null);
    }

    @Test
    void givesNoMorePlacesThanThereAre() {
        assertNull(take(first));
        assertNull(take(second));

        assertEquals(RefusalReason.SERVER_FULL, take(new Slot()));
        assertEquals(2, slots.taken());
    }

    @Test
    void givesAPlaceAgainThatWasReleased() {
        take(first);
        take(second);

        slots.release(first);

        assertNull(take(new Slot()));
    }

    @Test
    void doesNotWaitWhenNoPlaceIsTaken() {
        assertTrue(slots.awaitNone(Duration.ZERO));
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        take(first);

        assertFalse(slots.awaitNone(Duration.ofMillis(20)));
        assertFalse(slots.awaitNone(Duration.ofMillis(-1)));
    }

    @Test
    void isWokenWhenTheLastPlaceIsReleased() throws InterruptedException {
        take(first);
        Thread waiting = Thread.currentThread();
        Thread releasing =
                new Thread(
                        () -> {
                            Eventually.isTrue(
                                    "waits", () -> waiting.getState() == State.TIMED_WAITING);
                            slots.release(first);
                        });

        releasing.start();

        assertTimeout(
                Duration.ofSeconds(5), () -> assertTrue(slots.awaitNone(Duration.ofSeconds(20))));
        releasing.join();
    }
}
