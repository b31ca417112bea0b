package gameserver.baccarat.game;

/**
 * A bet that the table takes once its chips are held: to be given back to {@link Table#place} or
 * {@link Table#cancel}. Two of these are never equal, so that one can't be taken for another.
 */
public final class PendingBet<P> implements BetCheck<P> {
    private final long round;
    private final P player;
    private final Bet bet;
    private final long amountBefore;

    PendingBet(long round, P player, Bet bet, long amountBefore) {
        this.round = round;
        this.player = player;
        this.bet = bet;
        this.amountBefore = amountBefore;
    }

    /** The number of the round that it belongs to. */
    public long round() {
        return round;
    }

    /** Who bets. */
    public P player() {
        return player;
    }

    /** What counts once it is placed. */
    public Bet bet() {
        return bet;
    }

    /**
     * The chips to hold for it: as many as it or the bet before takes, since that one counts if
     * this one is not placed.
     */
    public long toHold() {
        return Math.max(bet.amount(), amountBefore);
    }

    /**
     * The amount of the bet that this one replaces; 0 when there is none. More may be held, if that
     * one was smaller than the one before it.
     */
    public long amountBefore() {
        return amountBefore;
    }

    @Override
    public String toString() {
        return "%s of %s in round %d".formatted(bet, player, round);
    }
}
