package gameserver.api.match;

import gameserver.api.account.LoginTokens;
import gameserver.api.match.Matcher.Kind;
import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.Places;
import gameserver.api.state.Places.Room;
import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.api.state.Ticket.Stage;
import gameserver.api.state.Tickets;
import gameserver.api.state.Tickets.Change;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps that all users of a table make at once: they are called to it, all have come, or it
 * falls through and they wait again.
 *
 * <p><strong>Threads:</strong> any. Everything is in {@link Tickets}, {@link Places} and {@link
 * ExpiringEntries}.
 */
final class Matches {
    private static final Logger log = LoggerFactory.getLogger(Matches.class);

    /** How long the users of a table have to show that they are there. */
    static final Duration CALL = Duration.ofSeconds(5);

    /** How long a user can get a token for the table of a match. */
    static final Duration COLLECT = Duration.ofSeconds(30);

    /** From the call to the end of the last token, and until the server has told who has come. */
    private static final Duration KEPT = CALL.plus(COLLECT).plus(LoginTokens.LIFE).plusSeconds(10);

    private final Tickets tickets;
    private final Places places;
    private final ExpiringEntries entries;
    private final InstantSource clock;

    Matches(Tickets tickets, Places places, ExpiringEntries entries, InstantSource clock) {
        this.tickets = tickets;
        this.places = places;
        this.entries = entries;
        this.clock = clock;
    }

    /**
     * Calls those of {@code waiting} to a table who can play together. Where there is no room for
     * one table, others of the kind are not tried: with Redis, looking at all rooms takes a while.
     */
    void call(Collection<Ticket> waiting, long now) {
        Set<Kind> withoutRoom = new HashSet<>();
        for (List<Ticket> table : Matcher.tables(waiting, now)) {
            Kind kind = Kind.of(table.get(0));
            if (!withoutRoom.contains(kind) && !call(table)) {
                withoutRoom.add(kind);
            }
        }
    }

    /** Returns false when there is no room. */
    private boolean call(List<Ticket> table) {
        String id = UUID.randomUUID().toString();
        List<String> holders = table.stream().map(ticket -> Match.holder(id, ticket)).toList();
        Optional<Room> room = places.reserveRoom(table.get(0).game(), holders, KEPT);
        if (room.isEmpty()) {
            return false;
        }
        // Now, not when the look began: the time for answers to the call is counted from here.
        Match match = match(id, room.get(), table, clock.millis());
        List<Change> changes =
                table.stream().map(ticket -> new Change(ticket, ticket.calledTo(match))).toList();
        if (!tickets.change(changes)) {
            places.release(match.serverId(), holders, match.room());
        }
        return true;
    }

    private static Match match(String id, Room room, List<Ticket> table, long now) {
        return new Match(
                id,
                room.server().id(),
                room.server().host(),
                room.server().port(),
                room.number(),
                table.stream().map(Ticket::userId).toList(),
                now);
    }

    /**
     * Somebody is there; if that was the last of the table, all are matched.
     *
     * @return the ticket after that; empty when things are not as they were
     */
    Optional<Ticket> come(Ticket before, Ticket coming, Match match) {
        List<Ticket> others =
                tickets.find(match.users()).values().stream()
                        .filter(ticket -> isOf(ticket, match))
                        .filter(ticket -> !ticket.userId().equals(before.userId()))
                        .toList();
        boolean isLast =
                others.size() == match.users().size() - 1
                        && others.stream().allMatch(other -> other.stage() == Stage.COMING);
        if (isLast && !places.isOpen(match.serverId())) {
            boolean unused = dissolve(match, ticket -> false);
            return Optional.empty(); // In the queue again, or soon to be.
        }
        long until = clock.millis() + COLLECT.toMillis();
        UnaryOperator<Ticket> step =
                isLast ? ticket -> ticket.at(Stage.MATCHED).until(until) : ticket -> ticket;
        // The others too when they stay as they are: of two who come at once, one is the last.
        List<Change> changes = new ArrayList<>();
        others.forEach(other -> changes.add(new Change(other, step.apply(other))));
        Ticket after = step.apply(coming);
        changes.add(new Change(before, after));
        if (!tickets.change(changes)) {
            return Optional.empty();
        }
        if (isLast) {
            match.users().forEach(user -> entries.put(lastKey(user), "" + until, COLLECT));
            log.debug("matched {}", match);
        }
        return Optional.of(after);
    }

    /**
     * Until when a user's last table is the user's; 0 when it is not any more. It is remembered
     * apart from the ticket, which may have been used up.
     */
    long endOfLast(String userId) {
        return entries.get(lastKey(userId)).map(Long::valueOf).orElse(0L);
    }

    private static String lastKey(String userId) {
        return "matched:" + userId;
    }

    /** Whether the server of a matched ticket takes users at the moment. */
    boolean isOpen(Ticket matched) {
        Match match = matched.match();
        return match != null && places.isOpen(match.serverId());
    }

    /** Ends those whose users have not all come in time, or whose server is gone. */
    void endOverdue(Collection<Ticket> all, long now) {
        Set<Match> open = new HashSet<>();
        for (Ticket ticket : all) {
            Match match = ticket.match();
            if (match != null && !ticket.hasTable()) {
                open.add(match);
            }
        }
        for (Match match : open) {
            if (now - match.formed() >= CALL.toMillis()) {
                boolean unused = dissolve(match, ticket -> ticket.stage() == Stage.CALLED);
            } else if (!places.isOpen(match.serverId())) {
                boolean unused = dissolve(match, ticket -> false);
            }
        }
    }

    /**
     * Ends a match before it was one. Users who are gone lose their tickets, the others wait again.
     *
     * @return false when things are not as they were
     */
    boolean dissolve(Match match, Predicate<Ticket> isGone) {
        List<Change> changes =
                tickets.find(match.users()).values().stream()
                        .filter(ticket -> isOf(ticket, match))
                        .map(
                                ticket ->
                                        new Change(
                                                ticket,
                                                isGone.test(ticket) ? null : ticket.waiting()))
                        .toList();
        if (changes.isEmpty()) {
            return true; // Somebody else has done it, and the room may be another match's now.
        }
        if (!tickets.change(changes)) {
            return false;
        }
        List<String> holders =
                changes.stream()
                        .map(Change::before)
                        .filter(Objects::nonNull)
                        .map(match::holder)
                        .toList();
        places.release(match.serverId(), holders, match.room());
        return true;
    }

    private static boolean isOf(Ticket ticket, Match match) {
        return match.equals(ticket.match());
    }
}
