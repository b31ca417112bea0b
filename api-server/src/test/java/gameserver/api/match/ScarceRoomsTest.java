package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.api.state.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** More tables than rooms, and a store that is far away. */
@ParameterizedClass
@EnumSource(TestQueue.Kind.class)
final class ScarceRoomsTest {
    private final TestQueue queue;

    ScarceRoomsTest(TestQueue.Kind kind) {
        queue = new TestQueue(kind);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private List<Ticket> join(String prefix, int users, int size) {
        return IntStream.range(0, users).mapToObj(i -> queue.join(prefix + i, size)).toList();
    }

    @Test
    void whereThereIsNoRoomForATableTheOthersOfItsKindAreNotTriedUntilTheNextLook() {
        queue.server("one", 0, 100, false, 500);
        List<Ticket> twos = join("two-", 40, 2);
        List<Ticket> threes = join("three-", 30, 3);
        WatchedEntries entries = new WatchedEntries(queue.state.entries(), () -> {});
        Matchmaking matchmaking = queue.at(entries);

        matchmaking.form();

        assertEquals("COMING", queue.ask(twos.get(0)));
        assertEquals("WAITING", queue.ask(twos.get(2)));
        assertEquals("WAITING", queue.ask(threes.get(0)));
        assertEquals(3, entries.takeClaims(), "one that is had, and one of each kind");
        queue.server("one", 0, 100, false, 500, 501);
        matchmaking.form();
        assertEquals("COMING", queue.ask(twos.get(2)));
        assertEquals(2 + 2 + 2, entries.takeClaims(), "of two rooms each");
    }

    @Test
    void theTimeToAnswerACallBeginsWithTheCallHoweverLongTheLookTakes() {
        queue.server("one", 0, 100, false, 500, 501, 502);
        List<Ticket> users = join("u", 6, 2);
        Duration slow = Duration.ofSeconds(3);
        WatchedEntries entries = new WatchedEntries(queue.state.entries(), () -> queue.pass(slow));

        queue.at(entries).form();
        queue.pass(Matches.CALL.minusMillis(1));
        queue.matchmaking.form();

        assertEquals("expired", queue.ask(users.get(0))); // Called seconds before.
        assertEquals("COMING", queue.ask(users.get(4)));
        assertEquals("MATCHED", queue.ask(users.get(5)));
    }
}
