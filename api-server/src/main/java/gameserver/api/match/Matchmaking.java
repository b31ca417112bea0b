package gameserver.api.match;

import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.Places;
import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.api.state.Ticket.Stage;
import gameserver.api.state.Tickets;
import gameserver.api.state.Tickets.Change;
import gameserver.api.state.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a ticket:
 *
 * <pre>
 * WAITING --- form() ---> CALLED --- asks again ---> COMING --- all are ---> MATCHED
 *    ^                       |                          |                       |
 *    +---- someone is not there, or the server is gone--+                    arrived()
 *                                                                               |
 *                                                                               v
 *                                                                            ARRIVED
 * </pre>
 *
 * <p>A table is promised to nobody before all its users have shown that they are still there, by
 * asking for their tickets once more within {@link Matches#CALL}. If one does not, or leaves, or
 * the server is gone, the others are in the queue again, where they were: they have waited longest.
 *
 * <p>From then on the table is its users' for {@link Matches#COLLECT}. In that time each who asks
 * gets a token for it, as often as it takes: who has arrived may have been sent away by the game
 * server. Who wishes for a table before arriving has that one; who does so afterwards gives it up
 * and has a ticket whose wait begins when the time is over. So a user is called to one table in
 * that time, whether tickets are left or used up, and a few can't take all rooms of a server.
 *
 * <p>Every step compares and changes all tickets that it concerns at once ({@link Tickets#change}),
 * so any number of API servers can do this on the same tickets, and nobody is matched twice. The
 * steps of one ticket are here, those of all tickets of a table in {@link Matches}.
 *
 * <p><strong>Threads:</strong> any. Everything is in {@link Tickets} and {@link ExpiringEntries}.
 */
public final class Matchmaking {
    /** A ticket that nobody has asked for that long, over what the last one waited, expires. */
    static final Duration SILENCE = Duration.ofSeconds(10);

    /** Of all games. A user more is asked to come later. */
    private static final int MOST_TICKETS = 10_000;

    /** A change that meets another one is tried again; so many never meet by chance. */
    private static final int MOST_TRIES = 100;

    private final Tickets tickets;
    private final Matches matches;
    private final InstantSource clock;

    /** What a user wants. */
    public record Wish(String userId, String game, int size, long balance) {}

    public Matchmaking(
            Tickets tickets, Places places, ExpiringEntries entries, InstantSource clock) {
        this.tickets = tickets;
        this.matches = new Matches(tickets, places, entries, clock);
        this.clock = clock;
    }

    /**
     * A ticket for a user, who has no other one then. Who wishes the same again has the ticket of
     * before; so has who is matched and has not arrived, whatever the wish. If the server of that
     * match takes nobody any more, the user has the place in the queue of before instead.
     *
     * @throws UnavailableException when too many wait
     */
    public Ticket join(Wish wish) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Ticket> ticket = tryToJoin(wish);
            if (ticket.isPresent()) {
                return ticket.get();
            }
        }
        throw overtaken();
    }

    /** Returns empty when somebody else was quicker. */
    private Optional<Ticket> tryToJoin(Wish wish) {
        Ticket old = find(wish.userId());
        if (old == null) {
            return enter(wish);
        }
        boolean isSame = old.game().equals(wish.game()) && old.size() == wish.size();
        if (old.hasTable()) {
            return joinAnew(old, wish, isSame);
        }
        if (isSame) {
            long until = now() + SILENCE.toMillis();
            return replace(old, old.until(Math.max(until, old.until())));
        }
        return tryToLeave(old) ? enter(wish) : Optional.empty();
    }

    private Optional<Ticket> joinAnew(Ticket old, Wish wish, boolean isSame) {
        boolean isMatched = old.stage() == Stage.MATCHED;
        if (isOver(old)) {
            return replace(old, newTicket(wish, now()));
        }
        if (!matches.isOpen(old)) {
            return replace(old, newTicket(wish, isMatched && isSame ? old.since() : now()));
        }
        return isMatched ? Optional.of(old) : replace(old, newTicket(wish, begin(wish)));
    }

    private Optional<Ticket> enter(Wish wish) {
        if (tickets.count() >= MOST_TICKETS) {
            throw new UnavailableException("too many wait for a table");
        }
        Ticket ticket = newTicket(wish, begin(wish));
        return tickets.change(List.of(new Change(null, ticket)))
                ? Optional.of(ticket)
                : Optional.empty();
    }

    /** Now, or when the time of the user's last table is over. */
    private long begin(Wish wish) {
        return Math.max(now(), matches.endOfLast(wish.userId()));
    }

    private Ticket newTicket(Wish wish, long since) {
        return new Ticket(
                UUID.randomUUID().toString(),
                wish.userId(),
                wish.game(),
                wish.size(),
                wish.balance(),
                since,
                now() + SILENCE.toMillis(),
                Stage.WAITING,
                null);
    }

    /**
     * A user asks how it is, and is there to be called for as long as the answer may take.
     *
     * @return the ticket after that; empty when it has expired
     */
    public Optional<Ticket> ask(String userId, String ticketId, Duration wait) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Ticket ticket = find(userId);
            if (ticket == null || !ticket.id().equals(ticketId) || isOver(ticket)) {
                return Optional.empty();
            }
            Optional<Ticket> after =
                    ticket.hasTable() ? Optional.of(ticket) : tryToStay(ticket, wait);
            if (after.isPresent()) {
                return after;
            }
        }
        throw overtaken();
    }

    /** Whether a table was its user's, and is not any more. */
    private boolean isOver(Ticket ticket) {
        return ticket.hasTable() && ticket.until() < now();
    }

    /** Returns the ticket after that; empty when somebody else was quicker. */
    private Optional<Ticket> tryToStay(Ticket ticket, Duration wait) {
        long until = now() + wait.plus(SILENCE).toMillis();
        Ticket there = ticket.until(Math.max(until, ticket.until()));
        Match match = ticket.match();
        return match == null
                ? replace(ticket, there)
                : matches.come(ticket, there.at(Stage.COMING), match);
    }

    /**
     * A user does not want to wait any more. Who is matched has left the queue already, and the
     * ticket stays as it is.
     */
    public void leave(String userId, String ticketId) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Ticket ticket = find(userId);
            if (ticket == null || !ticket.id().equals(ticketId) || tryToLeave(ticket)) {
                return;
            }
        }
        throw overtaken();
    }

    /** Returns false when somebody else was quicker. */
    private boolean tryToLeave(Ticket ticket) {
        if (ticket.hasTable()) {
            return true;
        }
        Match match = ticket.match();
        return match == null
                ? tickets.change(List.of(new Change(ticket, null)))
                : matches.dissolve(match, member -> member.id().equals(ticket.id()));
    }

    /**
     * A user of a match has come to its server with a token.
     *
     * @param holder of the place: the token may be that of an older match than the ticket's
     */
    public void arrived(String userId, String holder) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Ticket ticket = find(userId);
            if (ticket == null
                    || ticket.stage() != Stage.MATCHED
                    || !hasPlace(ticket, holder)
                    || replace(ticket, ticket.at(Stage.ARRIVED)).isPresent()) {
                return;
            }
        }
        throw overtaken();
    }

    private static boolean hasPlace(Ticket ticket, String holder) {
        Match match = ticket.match();
        return match != null && match.holder(ticket).equals(holder);
    }

    /**
     * Ends what has expired and calls users to tables. For one caller at a time, so that two do not
     * do the same work; if they do, no harm comes of it.
     */
    public void form() {
        List<Ticket> all = tickets.all();
        long now = now();
        matches.endOverdue(all, now);
        List<Ticket> waiting = new ArrayList<>();
        for (Ticket ticket : all) {
            boolean isWaiting = ticket.stage() == Stage.WAITING;
            if (ticket.until() < now && (isWaiting || ticket.hasTable())) {
                // If it has changed meanwhile it goes on.
                boolean unused = tickets.change(List.of(new Change(ticket, null)));
            } else if (isWaiting) {
                waiting.add(ticket);
            }
        }
        matches.call(waiting, now);
    }

    /** The tickets of those users who have one, by user id. */
    public Map<String, Ticket> find(Collection<String> userIds) {
        return tickets.find(userIds);
    }

    private @Nullable Ticket find(String userId) {
        return tickets.find(List.of(userId)).get(userId);
    }

    /** Returns the new one; empty when the old one has changed. */
    private Optional<Ticket> replace(Ticket before, Ticket after) {
        return tickets.change(List.of(new Change(before, after)))
                ? Optional.of(after)
                : Optional.empty();
    }

    private static UnavailableException overtaken() {
        return new UnavailableException("the queue changes too fast");
    }

    private long now() {
        return clock.millis();
    }
}
