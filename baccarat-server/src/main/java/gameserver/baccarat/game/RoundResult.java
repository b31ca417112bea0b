package gameserver.baccarat.game;

import java.util.List;

/**
 * How a round has ended.
 *
 * @param payouts of all who have bet, whether they are still there or not; in the order of their
 *     first bets
 */
public record RoundResult<P>(long round, Coup coup, List<Payout<P>> payouts) {
    /** Keeps a copy of {@code payouts}. */
    public RoundResult {
        payouts = List.copyOf(payouts);
    }
}
