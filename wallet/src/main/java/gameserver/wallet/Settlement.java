package gameserver.wallet;

/**
 * The end of a bet. Whatever is held under its key ends: the stake is taken from it, the rest goes
 * back, and so does what the bank returns. With {@code stake} and {@code returned} 0 everything
 * goes back.
 *
 * @param key of the {@link Hold}
 * @param userId whose bet it was
 * @param stake what counts; not more than is held
 * @param returned what the bank pays, stake included; 0 for a bet that is lost
 */
public record Settlement(String key, String userId, long stake, long returned) {
    /** Refuses what nobody can win or lose; nothing is won without a stake. */
    public Settlement {
        if (stake < 0
                || stake > Hold.GREATEST
                || returned < 0
                || returned > 10 * Hold.GREATEST
                || (stake == 0 && returned > 0)) {
            throw new IllegalArgumentException("%d for %d".formatted(returned, stake));
        }
    }

    /** Everything goes back. */
    public static Settlement ofNothing(String key, String userId) {
        return new Settlement(key, userId, 0, 0);
    }

    /**
     * What has become of it: of the first settlement of a bet, however often it is settled.
     *
     * @param stake what counted; 0 when everything had gone back already
     * @param balance of the user now
     */
    public record Answer(String key, long stake, long returned, Balance balance) {}
}
