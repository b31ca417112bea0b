package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.session.RefusalReason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that come, log in and go at random, counted by {@link SessionSlots} and by a model that
 * looks through the list of all connections each time.
 */
class AddressModelTest {
    private static final int STEPS = 50_000;
    private static final int SESSIONS = 20;
    private static final AddressLimits LIMITS = new AddressLimits(5, 3, 4, false);
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Those of one line are one address. */
    private static final List<List<String>> ADDRESSES =
            List.of(
                    List.of("203.0.113.1"),
                    List.of("203.0.113.2"),
                    List.of("2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:1:8000::"),
                    List.of("2001:db8:0:2::1"),
                    List.of("203.0.113.3"),
                    List.of("203.0.113.4"));

    private long now;
    private final SessionSlots slots =
            new SessionSlots(SESSIONS, new AddressTable(LIMITS, () -> now));
    private final List<Client> clients = new ArrayList<>();

    /** Nanoseconds' worth of connections that an address has saved. */
    private final Map<Integer, Long> saved = new HashMap<>();

    private static final class Client {
        final int address;
        final Slot slot = new Slot();
        boolean loggedIn;

        Client(int address) {
            this.address = address;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void countsLikeTheModelAndForgetsEverything(long seed) throws Exception {
        RandomGenerator random = new SplittableRandom(seed);
        for (int step = 0; step < STEPS; step++) {
            switch (random.nextInt(5)) {
                case 0, 1 -> connect(random, step);
                case 2 -> pass(random.nextLong(SECOND / 2));
                case 3 -> logIn(random);
                default -> leave(random);
            }
            assertEquals(clients.size(), slots.taken());
        }
        while (!clients.isEmpty()) {
            leave(random);
        }
        pass(2 * SECOND);
        slots.forgetAddresses();
        assertEquals(0, slots.taken());
        assertEquals(0, slots.addresses());
    }

    private void connect(RandomGenerator random, int step) throws Exception {
        int address = random.nextInt(ADDRESSES.size());
        List<String> names = ADDRESSES.get(address);
        InetAddress peer = InetAddress.getByName(names.get(random.nextInt(names.size())));
        RefusalReason expected = expected(address);
        Client client = new Client(address);

        assertEquals(expected, slots.tryTake(client.slot, peer), "step " + step);

        if (expected == null) {
            clients.add(client);
            saved.merge(address, -SECOND / LIMITS.perSecond(), Long::sum);
        }
    }

    private @Nullable RefusalReason expected(int address) {
        List<Client> own = clients.stream().filter(client -> client.address == address).toList();
        if (clients.size() == SESSIONS) {
            return RefusalReason.SERVER_FULL;
        }
        if (own.size() == LIMITS.connections()) {
            return RefusalReason.ADDRESS_CONNECTIONS;
        }
        if (own.stream().filter(client -> !client.loggedIn).count() == LIMITS.unauthenticated()) {
            return RefusalReason.ADDRESS_UNAUTHENTICATED;
        }
        long credit = saved.computeIfAbsent(address, a -> 2 * SECOND);
        return credit < SECOND / LIMITS.perSecond() ? RefusalReason.ADDRESS_RATE : null;
    }

    private void pass(long nanos) {
        now += nanos;
        saved.replaceAll((address, credit) -> Math.min(credit + nanos, 2 * SECOND));
        slots.forgetAddresses();
    }

    private void logIn(RandomGenerator random) {
        if (!clients.isEmpty()) {
            Client client = clients.get(random.nextInt(clients.size()));
            client.loggedIn = true;
            slots.loggedIn(client.slot);
        }
    }

    private void leave(RandomGenerator random) {
        if (!clients.isEmpty()) {
            Client client = clients.remove(random.nextInt(clients.size()));
            slots.release(client.slot);
            if (random.nextBoolean()) {
                slots.loggedIn(client.slot); // Its login was on its way.
            }
        }
    }
}
