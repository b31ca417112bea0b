package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.state.Ticket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The way of tickets, in memory and in Redis. */
@ParameterizedClass
@EnumSource(TestQueue.Kind.class)
final class MatchmakingTest {
    private final TestQueue queue;

    MatchmakingTest(TestQueue.Kind kind) {
        queue = new TestQueue(kind);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aTableIsPromisedWhenAllHaveShownThatTheyAreThere() {
        queue.server("one", 0, 100, false, 500, 501);
        Ticket a = queue.join("a", 3);
        Ticket b = queue.join("b", 3);
        queue.matchmaking.form();
        assertEquals("WAITING", queue.ask(a));
        Ticket c = queue.join("c", 3);

        queue.matchmaking.form();

        assertEquals("COMING", queue.ask(a));
        assertEquals("COMING", queue.ask(b));
        assertEquals("COMING", queue.ask(a));
        assertEquals("MATCHED", queue.ask(c));
        assertEquals("MATCHED", queue.ask(a));
        assertEquals(queue.matchOf(a), queue.matchOf(b));
        assertEquals(queue.matchOf(a), queue.matchOf(c));
        assertEquals(500, queue.matchOf(a).room());
        assertEquals(List.of("a", "b", "c"), queue.matchOf(a).users());
    }

    @Test
    void tablesHaveRoomsOfTheirOwn() {
        queue.server("one", 0, 100, false, 500, 501);
        List<Ticket> tickets = IntStream.range(0, 6).mapToObj(i -> queue.join("u" + i, 2)).toList();

        queue.matchmaking.form();

        Set<Integer> rooms = new HashSet<>();
        for (Ticket ticket : tickets.subList(0, 4)) {
            queue.ask(ticket);
            rooms.add(queue.matchOf(ticket).room());
        }
        assertEquals(Set.of(500, 501), rooms);
        assertEquals("WAITING", queue.ask(tickets.get(4))); // There is no third room.
    }

    @Test
    void whoDoesNotAnswerTheCallIsOutAndTheOthersAreInFront() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        Ticket gone = queue.join("gone", 2);
        queue.matchmaking.form();
        queue.pass(Duration.ofSeconds(1));
        Ticket newer = queue.join("newer", 2);
        assertEquals("COMING", queue.ask(a));
        assertEquals("WAITING", queue.ask(newer));

        queue.pass(Matches.CALL);
        queue.matchmaking.form();
        assertEquals("expired", queue.ask(gone));
        queue.matchmaking.form();

        assertEquals("COMING", queue.ask(a)); // Called again, with the next one.
        assertEquals("MATCHED", queue.ask(newer));
        assertEquals(List.of("a", "newer"), queue.matchOf(a).users());
        assertEquals(500, queue.matchOf(a).room());
    }

    @Test
    void whoLeavesWhenCalledSendsTheOthersToTheFront() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.matchmaking.form();
        assertEquals("COMING", queue.ask(a));

        queue.matchmaking.leave("b", b.id());

        assertEquals("expired", queue.ask(b));
        assertEquals("WAITING", queue.ask(a));
        assertEquals(a.since(), queue.matchmaking.find(List.of("a")).get("a").since());
        assertTrue(queue.hasPlaces(100));
    }

    @Test
    void aServerThatStopsSendsAllToTheFront() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.matchmaking.form();
        assertEquals("COMING", queue.ask(a));
        queue.server("one", 0, 100, true, 500);

        assertEquals("WAITING", queue.ask(b)); // Instead of a promise of a table that is gone.
        assertEquals("WAITING", queue.ask(a));

        queue.server("two", 0, 100, false, 700);
        queue.matchmaking.form();
        assertEquals("COMING", queue.ask(a));
        assertEquals("MATCHED", queue.ask(b));
        assertEquals("two", queue.matchOf(a).serverId());
    }

    @Test
    void aServerWithoutPlacesForAllIsNotTaken() {
        queue.server("full", 9, 10, false, 500);
        queue.server("free", 1, 10, false, 600);
        Ticket a = queue.join("a", 2);
        queue.join("b", 2);

        queue.matchmaking.form();

        assertEquals("COMING", queue.ask(a));
        assertEquals("free", queue.matchOf(a).serverId());
        assertTrue(queue.hasPlaces(1));
    }

    @Test
    void aTableIsInARoomThatTakesAllOfIt() {
        queue.serverOf(2, "for-two", 500);
        queue.serverOf(3, "for-three", 600);
        List<Ticket> three = IntStream.range(0, 3).mapToObj(i -> queue.join("u" + i, 3)).toList();
        List<Ticket> four = IntStream.range(0, 4).mapToObj(i -> queue.join("v" + i, 4)).toList();

        queue.matchmaking.form();

        assertEquals("COMING", queue.ask(three.get(0)));
        assertEquals("for-three", queue.matchOf(three.get(0)).serverId());
        assertEquals("WAITING", queue.ask(four.get(0)));
        queue.server("any", 0, 100, false, 700); // It does not tell.
        queue.matchmaking.form();
        assertEquals("COMING", queue.ask(four.get(0)));
    }

    @Test
    void placesOfAMatchAreKept() {
        queue.server("one", 0, 10, false, 500);
        queue.join("a", 2);
        queue.join("b", 2);
        queue.matchmaking.form();

        assertFalse(queue.hasPlaces(9));
        assertTrue(queue.hasPlaces(8));
    }

    @Test
    void aTicketThatNobodyAsksForExpires() {
        Ticket a = queue.join("a", 2);
        queue.pass(Matchmaking.SILENCE.minusMillis(1));
        queue.matchmaking.form();
        assertEquals("WAITING", queue.ask(a));
        assertTrue(queue.matchmaking.ask("a", a.id(), Duration.ofSeconds(20)).isPresent());
        queue.pass(Matchmaking.SILENCE.plusSeconds(20));
        queue.matchmaking.form();
        assertEquals("WAITING", queue.ask(a));

        queue.pass(Matchmaking.SILENCE.plusMillis(1));
        queue.matchmaking.form();

        assertEquals("expired", queue.ask(a));
        assertEquals(List.of(), queue.state.tickets().all());
    }

    @Test
    void aWishThatIsRepeatedKeepsItsTicketAndAnotherOneReplacesIt() {
        Ticket first = queue.join("a", 2);
        queue.pass(Duration.ofSeconds(1));

        assertEquals(first.id(), queue.join("a", 2).id());
        Ticket other = queue.join("a", 3);

        assertNotEquals(first.id(), other.id());
        assertEquals("expired", queue.ask(first));
        assertEquals(1, queue.state.tickets().count());
        assertNotEquals(first.since(), other.since());
    }

    @Test
    void aTicketIsItsUsersOwn() {
        Ticket a = queue.join("a", 2);
        queue.join("b", 2);

        assertTrue(queue.matchmaking.ask("b", a.id(), Duration.ZERO).isEmpty());
        queue.matchmaking.leave("b", a.id());

        assertEquals("WAITING", queue.ask(a));
        assertNotNull(queue.matchmaking.find(List.of("b")).get("b"));
    }
}
