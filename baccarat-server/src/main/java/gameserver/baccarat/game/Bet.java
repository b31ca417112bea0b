package gameserver.baccarat.game;

/**
 * Chips on a side. All amounts are whole chips.
 *
 * <p>The bank pays 1:1 for the player, 8:1 for a tie, and for the banker 1:1 less a commission of 5
 * % of what is won, which is as much as was bet. The commission is rounded down to the chip: on 119
 * chips it is 5, not 5.95, and the bank pays 114. When the coup is a tie, bets on the other two
 * sides come back.
 *
 * <p><strong>Bounds:</strong> the most that comes back for a bet is 9 times {@link #GREATEST},
 * which is under 2<sup>53</sup>: no sum here can overflow, the bets of a hundred users together
 * neither, and whoever reads an amount into a floating-point number, as JavaScript does, gets all
 * of it.
 */
public record Bet(Side side, long amount) {
    /**
     * The greatest amount of any bet, whatever a table's limits are: a million times a milliard.
     */
    public static final long GREATEST = 1_000_000_000_000_000L;

    /** The commission is one of so many chips. */
    private static final long COMMISSION_IS_ONE_OF = 20;

    /** Refuses amounts that no table takes. */
    public Bet {
        if (amount < 1 || amount > GREATEST) {
            throw new IllegalArgumentException(amount + " is not 1 to " + GREATEST + " chips");
        }
    }

    /**
     * What comes back of this bet when {@code winner} wins: the stake and what was won; 0 when it
     * is lost.
     */
    public long returned(Side winner) {
        if (side == winner) {
            return amount + won();
        }
        return winner == Side.TIE ? amount : 0;
    }

    private long won() {
        return switch (side) {
            case PLAYER -> amount;
            case BANKER -> amount - amount / COMMISSION_IS_ONE_OF;
            case TIE -> 8 * amount;
        };
    }
}
