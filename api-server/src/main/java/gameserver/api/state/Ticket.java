package gameserver.api.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user who waits for a table, or has one.
 *
 * @param id names it to its user, who has one at a time
 * @param size how many are to play
 * @param balance the user's chips; {@link #UNKNOWN} before the first game
 * @param since when the wait began, or begins for who had a table just now, in milliseconds since
 *     1970; nobody is called before that
 * @param until when it expires unless its user asks again, in milliseconds since 1970
 * @param match the table, once there is one
 */
public record Ticket(
        String id,
        String userId,
        String game,
        int size,
        long balance,
        long since,
        long until,
        Stage stage,
        @Nullable Match match) {
    /** The balance of somebody who has none yet. */
    public static final long UNKNOWN = -1;

    /** How far it has come. */
    public enum Stage {
        /** In the queue. */
        WAITING,
        /** There is a table; whether its user is still there is not known yet. */
        CALLED,
        /** The user is there, and waits for the others of the table. */
        COMING,
        /** All are there. */
        MATCHED,
        /** Its user has come to the server, which may have let the user in or not. */
        ARRIVED
    }

    /**
     * A table for some users.
     *
     * @param id names it
     * @param room the number of the room that is kept for them
     * @param users their ids
     * @param formed when, in milliseconds since 1970
     */
    public record Match(
            String id,
            String serverId,
            String host,
            int port,
            int room,
            List<String> users,
            long formed) {
        /** Under which a place on the server is kept for the user of a ticket. */
        public String holder(Ticket ticket) {
            return holder(id, ticket);
        }

        /**
         * The same before there is the match of that id. It is another one in each match, so who
         * gives up a match gives up no place that the user has in a newer one.
         */
        public static String holder(String matchId, Ticket ticket) {
            return "match:" + matchId + ":" + ticket.id;
        }
    }

    /** Whether the table is its user's, until the ticket expires. */
    public boolean hasTable() {
        return stage == Stage.MATCHED || stage == Stage.ARRIVED;
    }

    /** The same in another stage. */
    public Ticket at(Stage newStage) {
        return new Ticket(id, userId, game, size, balance, since, until, newStage, match);
    }

    /** The same with a longer life, or a shorter one. */
    public Ticket until(long newUntil) {
        return new Ticket(id, userId, game, size, balance, since, newUntil, stage, match);
    }

    /** Of somebody who is to come to a table. */
    public Ticket calledTo(Match newMatch) {
        return new Ticket(id, userId, game, size, balance, since, until, Stage.CALLED, newMatch);
    }

    /** Back in the queue, in the place that it had. */
    public Ticket waiting() {
        return new Ticket(id, userId, game, size, balance, since, until, Stage.WAITING, null);
    }
}
