package gameserver.api.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.RedisServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both kinds of state promise, in real time: their lives are some milliseconds here. */
final class SharedStateTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    enum Kind {
        MEMORY {
            @Override
            SharedState open() {
                return new MemoryState(InstantSource.system());
            }
        },
        REDIS {
            @Override
            SharedState open() {
                return new RedisState(RedisServer.sharedUrl(), "test-" + UUID.randomUUID() + ":");
            }
        };

        abstract SharedState open();
    }

    @ParameterizedTest
    @EnumSource
    void anEntryEndsWithItsLife(Kind kind) {
        try (SharedState state = kind.open()) {
            state.entries().put("short", "a", SHORT);
            state.entries().put("long", "b", LONG);

            Eventually.isTrue("it ends", () -> state.entries().get("short").isEmpty());

            assertEquals(Optional.empty(), state.entries().take("short"));
            assertEquals(Duration.ZERO, state.entries().timeLeft("short"));
            assertFalse(state.entries().timeLeft("long").isZero());
            assertEquals(Optional.of("b"), state.entries().take("long"));
            assertEquals(Optional.empty(), state.entries().get("long"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfThoseWhoTakeAtTheSameTimeGetsIt(Kind kind) throws Exception {
        try (SharedState state = kind.open()) {
            ExpiringEntries entries = state.entries();
            assertOneIsLucky(
                    kind,
                    () -> entries.put("key", "value", LONG),
                    () -> entries.take("key").isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfThoseWhoClaimAtTheSameTimeHasIt(Kind kind) throws Exception {
        try (SharedState state = kind.open()) {
            ExpiringEntries entries = state.entries();
            assertOneIsLucky(kind, () -> entries.remove("key"), () -> entries.claim("key", LONG));
        }
    }

    /** Again and again, after {@code preparation}, some try it together. */
    private static void assertOneIsLucky(Kind kind, Runnable preparation, BooleanSupplier attempt)
            throws Exception {
        int callers = 4;
        int rounds = kind == Kind.MEMORY ? 5000 : 200;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        CyclicBarrier together = new CyclicBarrier(callers);
        AtomicInteger lucky = new AtomicInteger();
        Callable<Void> caller =
                () -> {
                    for (int i = 0; i < rounds; i++) {
                        if (together.await(10, TimeUnit.SECONDS) == 0) {
                            preparation.run();
                        }
                        together.await(10, TimeUnit.SECONDS);
                        if (attempt.getAsBoolean()) {
                            lucky.incrementAndGet();
                        }
                    }
                    return null;
                };
        try {
            for (Future<Void> end : threads.invokeAll(Collections.nCopies(callers, caller))) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(rounds, lucky.get());
    }

    @ParameterizedTest
    @EnumSource
    void aClaimEndsWithItsLifeAndOneInVainDoesNotChangeThat(Kind kind) {
        try (SharedState state = kind.open()) {
            ExpiringEntries entries = state.entries();
            assertTrue(entries.claim("short", SHORT));
            assertTrue(entries.claim("long", LONG));
            assertFalse(entries.claim("long", LONG.multipliedBy(2)));
            assertFalse(entries.claim("long", SHORT));
            assertTrue(entries.timeLeft("long").compareTo(LONG) <= 0);

            Eventually.isTrue("it ends", () -> entries.get("short").isEmpty());

            assertTrue(entries.claim("short", LONG));
            assertFalse(entries.claim("long", LONG));
            entries.remove("long");
            assertTrue(entries.claim("long", LONG));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCountEndsALifeAfterItsFirstAddition(Kind kind) {
        try (SharedState state = kind.open()) {
            assertEquals(1, state.entries().increment("count", SHORT.multipliedBy(4)));
            assertEquals(2, state.entries().increment("count", LONG));
            assertTrue(state.entries().timeLeft("count").compareTo(SHORT.multipliedBy(4)) <= 0);

            Eventually.isTrue("it ends", () -> state.entries().get("count").isEmpty());

            assertEquals(1, state.entries().increment("count", SHORT));
        }
    }

    private static boolean reserve(
            SharedState state, String serverId, Duration life, int most, String... holders) {
        return state.servers().reserve(serverId, List.of(holders), life, most);
    }

    @ParameterizedTest
    @EnumSource
    void aReservationEndsAloneAndOneOfTheSameHolderReplacesIt(Kind kind) {
        try (SharedState state = kind.open()) {
            assertTrue(reserve(state, "one", SHORT, 1, "a"));
            assertTrue(reserve(state, "one", LONG, 2, "b"));
            assertTrue(reserve(state, "two", SHORT, 1, "a"));

            Eventually.isTrue("only b is left", () -> reserve(state, "one", SHORT, 1, "b"));

            assertFalse(reserve(state, "one", SHORT, 1, "c"));
            assertTrue(reserve(state, "one", LONG, 2, "c"));
            state.servers().release("one", "c");
            state.servers().release("one", "nobody");
            state.servers().release("nowhere", "c");
            Eventually.isTrue("c and b are gone", () -> reserve(state, "one", SHORT, 1, "d"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalReserveTogetherAndARefusalLeavesEverythingAsItWas(Kind kind) {
        try (SharedState state = kind.open()) {
            assertTrue(reserve(state, "one", LONG, 2, "a", "b"));

            assertFalse(reserve(state, "one", LONG, 3, "b", "c", "d"));
            assertFalse(reserve(state, "one", LONG, 2, "c"), "a and b are kept");
            assertFalse(reserve(state, "one", LONG, 1, "b"), "even those there are too many");
            assertFalse(reserve(state, "one", LONG, -1, "c"));

            assertTrue(reserve(state, "one", LONG, 3, "b", "c"), "d is not kept");
            state.servers().keep("one", "e", LONG);
            assertFalse(reserve(state, "one", LONG, 4, "f"));
            assertTrue(reserve(state, "one", LONG, 5, "f"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneOfThoseWhoWantTheLastPlaceGetsIt(Kind kind) throws Exception {
        int users = 4;
        int places = 500;
        ExecutorService threads = Executors.newFixedThreadPool(users);
        AtomicInteger reserved = new AtomicInteger();
        try (SharedState state = kind.open()) {
            List<Callable<Void>> work = new ArrayList<>();
            for (int u = 0; u < users; u++) {
                String user = "user-" + u + "-";
                work.add(
                        () -> {
                            for (int i = 0; i < places; i++) {
                                if (reserve(state, "one", LONG, places, user + i)) {
                                    reserved.incrementAndGet();
                                }
                            }
                            return null;
                        });
            }
            for (Future<Void> end : threads.invokeAll(work)) {
                end.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(places, reserved.get());
    }
}
