package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.api.state.Ticket.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Several API servers do something with the same tickets at the same time. */
@ParameterizedClass
@EnumSource(TestQueue.Kind.class)
final class MatchRaceTest {
    private final TestQueue queue;

    MatchRaceTest(TestQueue.Kind kind) {
        queue = new TestQueue(kind);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    @Test
    void whoIsCalledByTwoServersHasThePlaceOfTheOneThatWasQuicker() {
        queue.server("one", 0, 10, false, 500, 501);
        Ticket a = queue.join("a", 2);
        queue.join("b", 2);
        InterruptedTickets tickets = new InterruptedTickets(queue.state.tickets());
        tickets.beforeChange(queue.matchmaking::form);

        queue.at(tickets).form();

        assertEquals("COMING", queue.ask(a));
        assertFalse(queue.hasPlaces(9), "two of the ten are kept");
        assertTrue(queue.hasPlaces(8));
    }

    @Test
    void whoIsCalledAgainAtOnceHasAPlaceOfTheNewTable() {
        queue.server("one", 0, 10, false, 500, 501);
        Ticket a = queue.join("a", 2);
        Ticket b = queue.join("b", 2);
        queue.matchmaking.form();
        queue.join("c", 2);
        InterruptedTickets tickets = new InterruptedTickets(queue.state.tickets());
        tickets.afterChange(queue.matchmaking::form);

        queue.at(tickets).leave("b", b.id());

        assertEquals("COMING", queue.ask(a));
        assertEquals(List.of("a", "c"), queue.matchOf(a).users());
        assertFalse(queue.hasPlaces(9), "two of the ten are kept");
        assertTrue(queue.hasPlaces(8));
    }

    /** Users who come, ask and leave while three servers form tables: nobody is at two of them. */
    @Test
    void nobodyIsMatchedTwiceHoweverTheyRace() throws Exception {
        queue.server("one", 0, 100, false, IntStream.range(0, 64).boxed().toArray(Integer[]::new));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<?>> work = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            work.add(
                    threads.submit(
                            () -> IntStream.range(0, 60).forEach(i -> queue.matchmaking.form())));
        }
        List<Ticket> tickets = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            int part = t;
            List<Ticket> own =
                    IntStream.range(0, 20)
                            .mapToObj(i -> queue.join("u" + part + "-" + i, 3))
                            .toList();
            tickets.addAll(own);
            work.add(
                    threads.submit(
                            () -> {
                                for (int i = 0; i < 20; i++) {
                                    own.forEach(queue::ask);
                                }
                            }));
        }
        for (Future<?> part : work) {
            part.get();
        }
        threads.shutdown();
        queue.matchmaking.form();
        for (int i = 0; i < 3; i++) {
            tickets.forEach(queue::ask);
        }

        Set<Integer> rooms = new HashSet<>();
        Set<Match> matches = new HashSet<>();
        for (Ticket ticket : queue.state.tickets().all()) {
            Match match = ticket.match();
            if (match != null) {
                assertTrue(match.users().contains(ticket.userId()));
                if (matches.add(match)) {
                    assertTrue(rooms.add(match.room()), () -> "two tables in " + match.room());
                }
            }
        }
        assertEquals(20, matches.size());
        assertTrue(queue.state.tickets().all().stream().allMatch(t -> t.stage() == Stage.MATCHED));
        assertFalse(queue.hasPlaces(41), "sixty of the hundred are kept");
        assertTrue(queue.hasPlaces(40));
    }
}
