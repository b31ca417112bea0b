package gameserver.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.api.state.UnavailableException;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HashingSlotsTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private CompletableFuture<String> run(HashingSlots slots, Gate gate) {
        return CompletableFuture.supplyAsync(
                () ->
                        slots.run(
                                () -> {
                                    gate.pass();
                                    return "done";
                                }),
                threads);
    }

    @Test
    void whoComesWhenAllSlotsAndAllPlacesToWaitAreTakenIsToldToComeBack() throws Exception {
        HashingSlots slots = new HashingSlots(1, 1);
        try (Gate first = new Gate();
                Gate second = new Gate()) {
            CompletableFuture<String> running = run(slots, first);
            first.awaitReached();
            CompletableFuture<String> waiting = run(slots, second);
            Eventually.equal(2, slots::callers);

            UnavailableException refused =
                    assertThrows(UnavailableException.class, () -> slots.run(() -> "third"));

            assertEquals("too many logins at the moment", refused.getMessage());
            first.open();
            second.open();
            assertEquals("done", running.get(10, TimeUnit.SECONDS));
            assertEquals("done", waiting.get(10, TimeUnit.SECONDS));
        }
        assertEquals(0, slots.callers());
        assertEquals("next", slots.run(() -> "next"));
    }

    @Test
    void noMoreRunAtATimeThanThereAreSlots() {
        HashingSlots slots = new HashingSlots(2, 2);
        try (Gate first = new Gate();
                Gate second = new Gate();
                Gate third = new Gate()) {
            CompletableFuture<String> one = run(slots, first);
            CompletableFuture<String> two = run(slots, second);
            first.awaitReached();
            second.awaitReached();
            CompletableFuture<String> three = run(slots, third);
            Eventually.equal(3, slots::callers);
            assertFalse(three.isDone());

            first.open();

            third.awaitReached();
            second.open();
            third.open();
            CompletableFuture.allOf(one, two, three).join();
        }
    }

    @Test
    void workThatFailsGivesItsSlotBack() {
        HashingSlots slots = new HashingSlots(1, 0);

        for (int i = 0; i < 3; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () ->
                            slots.run(
                                    () -> {
                                        throw new IllegalStateException();
                                    }));
        }

        assertEquals("next", slots.run(() -> "next"));
    }
}
