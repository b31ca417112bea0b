package gameserver.api.match;

import gameserver.api.state.Ticket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who fits whom. The one who has waited longest is served first, with those who want the same game
 * and size, have waited next longest, and have not too different a balance: at first at most {@link
 * #FIRST_RANGE} times more or less, and twice that for every {@link #WIDENING} of waiting, until
 * after {@link #ANYBODY} anybody will do. The range is that of the one who is served, so nobody
 * waits for ever because others are new. Whose wait has not begun yet is left out.
 */
final class Matcher {
    private static final double FIRST_RANGE = 2;
    private static final Duration WIDENING = Duration.ofSeconds(5);
    private static final Duration ANYBODY = Duration.ofSeconds(30);

    private static final Comparator<Ticket> LONGEST_WAIT =
            Comparator.comparingLong(Ticket::since).thenComparing(Ticket::id);

    /** Who can play together: a game and how many. */
    record Kind(String game, int size) {
        static Kind of(Ticket ticket) {
            return new Kind(ticket.game(), ticket.size());
        }
    }

    private Matcher() {}

    /**
     * The tables that can be formed of those who wait, those first that have waited longest; nobody
     * is at two of them.
     *
     * @param now in milliseconds since 1970
     */
    static List<List<Ticket>> tables(Collection<Ticket> waiting, long now) {
        List<List<Ticket>> tables = new ArrayList<>();
        waiting.stream()
                .filter(ticket -> ticket.since() <= now)
                .sorted(LONGEST_WAIT)
                .collect(Collectors.groupingBy(Kind::of))
                .forEach((kind, tickets) -> form(tickets, kind.size, now, tables));
        tables.sort(Comparator.comparing(table -> table.get(0), LONGEST_WAIT));
        return tables;
    }

    private static void form(List<Ticket> tickets, int size, long now, List<List<Ticket>> tables) {
        Set<Ticket> seated = new HashSet<>();
        for (int i = 0; i < tickets.size(); i++) {
            Ticket first = tickets.get(i);
            if (seated.contains(first)) {
                continue;
            }
            List<Ticket> table =
                    tickets.subList(i, tickets.size()).stream()
                            .filter(ticket -> !seated.contains(ticket))
                            .filter(ticket -> isInRange(first, ticket, now))
                            .limit(size)
                            .toList();
            if (table.size() == size) {
                seated.addAll(table);
                tables.add(table);
            }
        }
    }

    private static boolean isInRange(Ticket first, Ticket other, long now) {
        long waited = now - first.since();
        if (waited >= ANYBODY.toMillis()
                || first.balance() == Ticket.UNKNOWN
                || other.balance() == Ticket.UNKNOWN) {
            return true;
        }
        int widenings = (int) (Math.max(0, waited) / WIDENING.toMillis());
        double range = Math.scalb(FIRST_RANGE, widenings);
        double less = Math.min(first.balance(), other.balance()) + 1.0; // Nobody has nothing.
        double more = Math.max(first.balance(), other.balance()) + 1.0;
        return more <= less * range;
    }
}
