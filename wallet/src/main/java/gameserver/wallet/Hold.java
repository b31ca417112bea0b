package gameserver.wallet;

/**
 * What a user bets in a round, to be held until the round is over.
 *
 * @param key of this user in this round, and never used again; up to 200 characters of ASCII
 * @param version counts up from 1 as the bet changes, so that of two that arrive in the wrong order
 *     the later one counts
 * @param userId whose chips are held
 * @param amount in all, not in addition to the version before; 0 to hold nothing
 * @param run the process of the game server; when it has ended, what is held for it goes back
 */
public record Hold(String key, long version, String userId, long amount, String run) {
    /**
     * The greatest amount: a million times a milliard, so that no sum of some of them overflows.
     */
    public static final long GREATEST = 1_000_000_000_000_000L;

    /** Refuses what can't be held. */
    public Hold {
        if (amount < 0 || amount > GREATEST || version < 1) {
            throw new IllegalArgumentException("nobody can hold " + amount + " as " + version);
        }
    }

    /** What has become of it. */
    public enum Outcome {
        HELD,
        /** The user has fewer chips. What was held before still is. */
        NOT_ENOUGH,
        /** The bet is settled, or there is a later version of it. */
        TOO_LATE
    }

    /**
     * The answer.
     *
     * @param balance of the user after it
     */
    public record Answer(Outcome outcome, Balance balance) {}
}
