package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.match.Matchmaking.Wish;
import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.MemoryState;
import gameserver.api.state.Places;
import gameserver.api.state.RedisState;
import gameserver.api.state.SharedState;
import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.api.state.Tickets;
import gameserver.net.testing.RedisServer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

/** A queue of one game, by a clock that the test moves. */
final class TestQueue implements AutoCloseable {
    private static final String GAME = "baccarat";

    final SharedState state;
    final Places places;
    final Matchmaking matchmaking;
    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

    enum Kind {
        MEMORY,
        REDIS
    }

    TestQueue(Kind kind) {
        state =
                kind == Kind.MEMORY
                        ? new MemoryState(InstantSource.system())
                        : new RedisState(
                                RedisServer.sharedUrl(), "test-" + UUID.randomUUID() + ":");
        places = new Places(state.servers(), state.entries());
        matchmaking = at(state.tickets());
    }

    /** What another API server does with the same tickets, which it may see in its own way. */
    Matchmaking at(Tickets tickets) {
        return new Matchmaking(tickets, places, state.entries(), () -> now);
    }

    /** The same with entries that it sees in its own way. */
    Matchmaking at(ExpiringEntries entries) {
        Places ofEntries = new Places(state.servers(), entries);
        return new Matchmaking(state.tickets(), ofEntries, entries, () -> now);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void server(String id, int users, int capacity, boolean draining, Integer... rooms) {
        server(id, users, capacity, draining, 0, rooms);
    }

    /** One whose rooms take so many users. */
    void serverOf(int roomSize, String id, Integer... rooms) {
        server(id, 0, 100, false, roomSize, rooms);
    }

    private void server(
            String id, int users, int capacity, boolean draining, int roomSize, Integer... rooms) {
        GameServerInfo info =
                new GameServerInfo(
                        id,
                        GAME,
                        "10.0.0.1",
                        11021,
                        users,
                        capacity,
                        0,
                        draining,
                        "",
                        List.of(rooms),
                        roomSize);
        assertTrue(state.servers().renew(info));
    }

    /** Whether some server has so many places that are not kept for anybody; takes them if so. */
    boolean hasPlaces(int count) {
        List<String> holders = IntStream.range(0, count).mapToObj(i -> "holder-" + i).toList();
        return places.reserve(GAME, holders, Duration.ofSeconds(5)).isPresent();
    }

    Ticket join(String user, int size) {
        pass(Duration.ofMillis(1)); // So that their order is known.
        return matchmaking.join(new Wish(user, GAME, size, 1000));
    }

    /** Tables for all of them, who ask until they have one. */
    void match(Ticket... users) {
        matchmaking.form();
        for (int i = 0; i < 2; i++) { // The last one's first time matches the others.
            List.of(users).forEach(this::ask);
        }
    }

    /** What the user is told now; {@code expired} for a ticket that is none. */
    String ask(Ticket ticket) {
        return matchmaking
                .ask(ticket.userId(), ticket.id(), Duration.ZERO)
                .map(t -> t.stage().name())
                .orElse("expired");
    }

    Match matchOf(Ticket ticket) {
        return Objects.requireNonNull(
                matchmaking.ask(ticket.userId(), ticket.id(), Duration.ZERO).orElseThrow().match());
    }

    @Override
    public void close() {
        state.close();
    }
}
