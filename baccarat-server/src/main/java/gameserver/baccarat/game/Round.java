package gameserver.baccarat.game;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/*
 * A bet takes time
 *
 * The chips of a bet are held elsewhere, which may take a while and may fail. So a bet comes in two
 * steps: "begin" when somebody asks for it, which is when it has to be in time; "place" or "cancel"
 * when it is known whether the chips are held. In between the round may run out of time:
 *
 *     start               closes                last call
 *       |--- betting time ---|----- hold time -----|
 *       |  bets begin        |                     |
 *       |  bets are placed   |  bets are placed    |  the cards are dealt, at the latest
 *
 *   - A round ends when its time is over, or all who may bet have; but while a bet is pending it
 *     waits, up to the last call. So a bet that came in time counts, and a bank that does not answer
 *     delays a table no longer than that.
 *   - What is still pending then is out: "place" says so, and the chips have to go back. The cards
 *     have been dealt without it, so it must not count whatever the bank says later.
 *   - Until a new bet is placed the one before stands, and it stands when the new one is cancelled
 *     or too late. So the bank has to change a held amount in one step, or not at all.
 */

/** The betting of one round. Not thread-safe; its table owns it. */
final class Round<P> {
    private final long number;
    private final long closesAtNanos;
    private final long lastCallNanos;

    /** Those who were there at the start and still are. */
    private final Set<P> mayBet;

    /** What counts, also of those who have left; in the order of the first bets. */
    private final Map<P, Bet> bets = new LinkedHashMap<>();

    /** Bets whose chips are not held yet, at most one of each player. */
    private final Map<P, PendingBet<P>> pending = new HashMap<>();

    Round(long number, Collection<P> players, long closesAtNanos, long lastCallNanos) {
        this.number = number;
        this.closesAtNanos = closesAtNanos;
        this.lastCallNanos = lastCallNanos;
        this.mayBet = new HashSet<>(players);
    }

    /** Whether a bet of {@code player} can begin now. */
    boolean takesBetsOf(P player, long nowNanos) {
        return mayBet.contains(player) && closesAtNanos - nowNanos > 0 && !isOver(nowNanos);
    }

    boolean has(P player, Bet bet) {
        return bet.equals(bets.get(player));
    }

    PendingBet<P> begin(P player, Bet bet) {
        Bet before = bets.get(player);
        PendingBet<P> begun =
                new PendingBet<>(number, player, bet, before == null ? 0 : before.amount());
        if (pending.putIfAbsent(player, begun) != null) {
            throw new IllegalStateException(player + " has a bet pending");
        }
        return begun;
    }

    /** False when it is not pending. */
    boolean place(PendingBet<P> begun) {
        if (!cancel(begun)) {
            return false;
        }
        bets.put(begun.player(), begun.bet());
        return true;
    }

    /** False when it is not pending. */
    boolean cancel(PendingBet<P> begun) {
        return pending.remove(begun.player(), begun);
    }

    /** Who has left can't bet any more, so nobody waits for it; what has begun goes on. */
    void leave(P player) {
        mayBet.remove(player);
    }

    /** Whether the cards are to be dealt. */
    boolean isOver(long nowNanos) {
        return nanosUntilOver(nowNanos) <= 0;
    }

    /** For how long this goes on if nobody does anything. */
    long nanosUntilOver(long nowNanos) {
        if (!pending.isEmpty()) {
            return lastCallNanos - nowNanos;
        }
        return bets.keySet().containsAll(mayBet) ? 0 : closesAtNanos - nowNanos;
    }

    /** For how much longer bets can begin, as far as time decides. */
    long nanosUntilClosed(long nowNanos) {
        return closesAtNanos - nowNanos;
    }

    List<Payout<P>> payouts(Side winner) {
        List<Payout<P>> payouts = new ArrayList<>();
        bets.forEach((player, bet) -> payouts.add(new Payout<>(player, bet, bet.returned(winner))));
        return payouts;
    }

    /** As if it had not taken place. */
    List<Payout<P>> refunds() {
        List<Payout<P>> refunds = new ArrayList<>();
        bets.forEach((player, bet) -> refunds.add(new Payout<>(player, bet, bet.amount())));
        return refunds;
    }
}
