package gameserver.baccarat.game;

import java.time.Duration;

/**
 * What is the same for every round of a table.
 *
 * @param leastPlayers how many must be there for the host to start
 * @param bettingTime for how long bets are taken
 * @param holdTime for how much longer at most a round waits for bets that came in time but whose
 *     chips are not held yet
 * @param resultTime for how long the cards are left on the table
 */
public record TableRules(
        TableLimits limits,
        int leastPlayers,
        Duration bettingTime,
        Duration holdTime,
        Duration resultTime) {
    /** Far more than anybody waits for, and few enough milliseconds for an int. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** Refuses what no game can be played with. */
    public TableRules {
        if (leastPlayers < 1) {
            throw new IllegalArgumentException("a game needs a player");
        }
        check("betting time", bettingTime, Duration.ofMillis(1));
        check("hold time", holdTime, Duration.ZERO);
        check("result time", resultTime, Duration.ofMillis(1));
    }

    private static void check(String what, Duration time, Duration least) {
        if (time.compareTo(least) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a %s of %s is not %s to %s".formatted(what, time, least, LONGEST));
        }
    }
}
