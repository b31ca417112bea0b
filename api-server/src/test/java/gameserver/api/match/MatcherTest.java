package gameserver.api.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is put at a table with whom. */
final class MatcherTest {
    private static final long NOW = 1_000_000;

    private static Ticket ticket(String user, String game, int size, long balance, int seconds) {
        long since = NOW - Duration.ofSeconds(seconds).toMillis();
        return new Ticket("t-" + user, user, game, size, balance, since, NOW, Stage.WAITING, null);
    }

    private static Ticket ticket(String user, int size, int seconds) {
        return ticket(user, "baccarat", size, 1000, seconds);
    }

    private static List<String> tables(Ticket... tickets) {
        return Matcher.tables(List.of(tickets), NOW).stream()
                .map(table -> String.join(" ", table.stream().map(Ticket::userId).toList()))
                .toList();
    }

    @Test
    void fillsTablesByWaitingTime() {
        assertEquals(
                List.of("a b", "c d"),
                tables(
                        ticket("d", 2, 1),
                        ticket("b", 2, 3),
                        ticket("e", 2, 0),
                        ticket("c", 2, 2),
                        ticket("a", 2, 4)));
    }

    @Test
    void aTableIsOfOneGameAndOneSize() {
        assertEquals(
                List.of("b e"),
                tables(
                        ticket("a", 3, 5),
                        ticket("b", 2, 4),
                        ticket("c", "poker", 2, 1000, 3),
                        ticket("d", 3, 2),
                        ticket("e", 2, 1)));
    }

    @Test
    void theLastOneMissingIsWaitedFor() {
        Stream<Ticket> six = IntStream.range(0, 6).mapToObj(i -> ticket("u" + i, 7, i));

        assertEquals(List.of(), tables(six.toArray(Ticket[]::new)));
    }

    /** Twice at first, four times after 5 s, and so on; anybody after 30 s. */
    @ParameterizedTest
    @CsvSource({
        "0, 2000, true", "0, 2100, false", "0, 499, false", "0, 500, true", "4, 2100, false",
        "5, 3999, true", "5, 4100, false", "10, 7999, true", "29, 63999, true", "29, 64100, false",
        "30, 1000000000, true", "30, 0, true", "0, 0, false", "0, -1, true",
    })
    void theRangeOfBalancesWidens(int seconds, long balance, boolean expected) {
        Ticket first = ticket("first", "baccarat", 2, 1000, seconds);
        Ticket second = ticket("second", "baccarat", 2, balance, 0);

        assertEquals(expected ? List.of("first second") : List.of(), tables(first, second));
    }

    @Test
    void whoFindsNobodyDoesNotKeepOthersFromTheirTable() {
        assertEquals(
                List.of("b d"),
                tables(
                        ticket("rich", "baccarat", 2, 1_000_000, 9),
                        ticket("b", 2, 5),
                        ticket("poor", "baccarat", 2, 1, 4),
                        ticket("d", 2, 3)));
    }
}
