package gameserver.baccarat.game;

/**
 * Which amounts a table takes.
 *
 * @param least also the amount of a bet that names none
 */
public record TableLimits(long least, long most) {
    /** Refuses limits between which there is nothing, or more than {@link Bet#GREATEST}. */
    public TableLimits {
        if (least < 1 || least > most || most > Bet.GREATEST) {
            throw new IllegalArgumentException(
                    "no table takes %d to %d chips; 1 to %d are possible"
                            .formatted(least, most, Bet.GREATEST));
        }
    }

    /** Whether a bet may have this amount. */
    public boolean allows(long amount) {
        return amount >= least && amount <= most;
    }
}
