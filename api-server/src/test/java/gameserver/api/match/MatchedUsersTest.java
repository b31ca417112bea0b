package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who have a table: for how long it is theirs, and when there is another one. */
@ParameterizedClass
@EnumSource(TestQueue.Kind.class)
final class MatchedUsersTest {
    private final TestQueue queue;

    MatchedUsersTest(TestQueue.Kind kind) {
        queue = new TestQueue(kind);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void aMatchThatNobodyCollectsExpires() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.matchmaking.form();
        queue.ask(a);
        assertEquals("MATCHED", queue.ask(b));

        queue.pass(Matches.COLLECT.plusMillis(1));
        assertEquals("expired", queue.ask(b)); // Whether it has been cleared away or not.
        queue.matchmaking.form();

        assertEquals("expired", queue.ask(a));
        assertEquals(List.of(), queue.state.tickets().all());
    }

    @Test
    void whoAsksForAnotherTableOrLeavesKeepsTheOneThatIsPromised() {
        queue.server("one", 0, 100, false, 500, 501);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.match(a, b);

        queue.pass(Matches.COLLECT.minusMillis(10));
        queue.matchmaking.leave("b", b.id());
        queue.matchmaking.form();

        assertEquals(a.id(), queue.join("a", 2).id());
        assertEquals(b.id(), queue.join("b", 3).id());
        assertEquals(500, queue.matchOf(a).room());
        assertEquals(queue.matchOf(a), queue.matchOf(b));
    }

    @Test
    void twoWhoAskAgainAndAgainTakeOneRoomInTheTimeOfATable() {
        queue.server("one", 0, 100, false, 500, 501, 502, 503);
        Set<Integer> rooms = new HashSet<>();
        for (int second = 0; second < Matches.COLLECT.toSeconds(); second++) {
            Ticket a = queue.join("a", 2);
            Ticket b = queue.join("b", 2);
            queue.match(a, b);
            rooms.add(queue.matchOf(a).room());
            queue.pass(Duration.ofSeconds(1).minusMillis(10));
        }
        assertEquals(Set.of(500), rooms);

        queue.pass(Duration.ofSeconds(1));
        queue.match(queue.join("a", 2), queue.join("b", 2));

        assertEquals(501, queue.matchOf(queue.join("a", 2)).room());
    }

    /** However the user gets rid of the ticket. */
    @Test
    void whoUsedATableIsCalledToTheNextOneWhenItsTimeIsOver() {
        queue.server("one", 0, 100, false, 500, 501);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.match(a, b);
        queue.matchmaking.arrived("a", queue.matchOf(a).holder(a));
        queue.matchmaking.arrived("b", queue.matchOf(b).holder(b));
        queue.matchmaking.leave("a", queue.join("a", 3).id());
        queue.join("b", 3);
        Ticket nextOfA = queue.join("a", 2);
        Ticket nextOfB = queue.join("b", 2);

        for (int seconds = 0; seconds < Matches.COLLECT.toSeconds(); seconds += 5) {
            queue.match(nextOfA, nextOfB);
            assertEquals("WAITING", queue.ask(nextOfA));
            assertEquals("WAITING", queue.ask(nextOfB));
            queue.pass(Duration.ofSeconds(5).minusMillis(1));
        }
        queue.pass(Duration.ofMillis(6));
        queue.match(nextOfA, nextOfB);

        assertEquals("MATCHED", queue.ask(nextOfA));
        assertEquals("MATCHED", queue.ask(nextOfB));
    }

    @Test
    void whoHasComeHasTheSameTableUntilItsTimeIsOver() {
        queue.server("one", 0, 100, false, 500, 501);
        Ticket a = queue.join("a", 2);
        queue.match(a, queue.join("b", 2));
        Match match = queue.matchOf(a);

        queue.matchmaking.arrived("a", match.holder(a));
        queue.matchmaking.arrived("a", match.holder(a));
        queue.matchmaking.leave("a", a.id());
        queue.pass(Matches.COLLECT.minusMillis(10));
        queue.matchmaking.form();

        assertEquals(match, queue.matchOf(a));
        queue.pass(Duration.ofMillis(11));
        assertEquals("expired", queue.ask(a));
        queue.matchmaking.form();
        assertEquals(List.of(), queue.state.tickets().all());
    }

    @Test
    void whoseTableIsOnAServerThatStopsAfterTheArrivalWaitsForNoTimeToBeOver() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        queue.match(a, queue.join("b", 2));
        queue.matchmaking.arrived("a", queue.matchOf(a).holder(a));
        queue.server("one", 0, 100, true, 500);
        queue.server("two", 0, 100, false, 700);

        Ticket again = queue.join("a", 2);
        queue.match(again, queue.join("c", 2));

        assertEquals("MATCHED", queue.ask(again));
        assertNotEquals(a.since(), again.since());
    }

    @Test
    void whoComesWithATokenOfAnOlderMatchKeepsTheNewerOne() {
        queue.server("one", 0, 100, false, 500, 501);
        Ticket first = queue.join("a", 2);
        queue.match(first, queue.join("b", 2));
        String older = queue.matchOf(first).holder(first);
        queue.pass(Matches.COLLECT.plusMillis(1));
        Ticket second = queue.join("a", 2);
        queue.match(second, queue.join("b", 2));

        queue.matchmaking.arrived("a", older);

        assertEquals("MATCHED", queue.ask(second));
        assertEquals(501, queue.matchOf(second).room());
    }

    @Test
    void whoseTableIsOnAServerThatStopsIsInFrontAgain() {
        queue.server("one", 0, 100, false, 500);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.match(a, b);
        queue.server("one", 0, 100, true, 500);
        queue.pass(Duration.ofSeconds(5));

        Ticket again = queue.join("a", 2);

        assertNotEquals(a.id(), again.id());
        assertEquals(a.since(), again.since());
        assertNotEquals(b.since(), queue.join("b", 3).since());
    }
}
