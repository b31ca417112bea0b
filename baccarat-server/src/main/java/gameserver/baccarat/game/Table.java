package gameserver.baccarat.game;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table: who is there, and the rounds that are played at it.
 *
 * <pre>
 *   WAITING --start--> BETTING --dealIfDue--> RESULT --waitIfDue--> WAITING
 *      ^                  |                      |
 *      +----- callOff ----+----------------------+
 * </pre>
 *
 * <p>Nothing happens by itself. Whoever owns a table calls {@link #dealIfDue} after everything that
 * may have made a round complete (a bet placed or cancelled, somebody gone), and calls it and
 * {@link #waitIfDue} again after {@link #nanosUntilDue}. A call that comes late does no harm: bets
 * are measured by their own time.
 *
 * <p>Times are those of {@link System#nanoTime}, or of any other clock that does not go back. Not
 * thread-safe.
 *
 * @param <P> stands for a player from entering to leaving; who comes back is somebody new
 */
public final class Table<P> {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final TableRules rules;
    private final Shoe shoe;

    /** Those who have been here longest come first. */
    private final Set<P> players = new LinkedHashSet<>();

    private TableState state = TableState.WAITING;
    private long lastRound;

    /** There while bets are taken. */
    private @Nullable Round<P> betting;

    private long resultEndsAtNanos;

    /** A table at which nobody is. */
    public Table(TableRules rules, Shoe shoe) {
        this.rules = rules;
        this.shoe = shoe;
    }

    /** Takes somebody in, who may bet from the next round on. */
    public void enter(P player) {
        if (!players.add(player)) {
            throw new IllegalStateException(player + " is here already");
        }
    }

    /** Lets somebody go. A bet stays, and is paid. */
    public void leave(P player) {
        players.remove(player);
        if (betting != null) {
            betting.leave(player);
        }
    }

    /** Who may start: the one who has been here longest. */
    public Optional<P> host() {
        return players.stream().findFirst();
    }

    /** Opens a round for all who are here, or says why not. */
    public Optional<Refusal> start(P player, long nowNanos) {
        if (state != TableState.WAITING) {
            return Optional.of(Refusal.GAME_START_INVALID_STATE);
        }
        if (players.size() < rules.leastPlayers()) {
            return Optional.of(Refusal.GAME_START_NOT_ENOUGH_USERS);
        }
        if (!host().equals(Optional.of(player))) {
            return Optional.of(Refusal.GAME_START_NOT_HOST);
        }
        shoe.shuffleAtCutCard();
        long closesAt = nowNanos + rules.bettingTime().toNanos();
        betting =
                new Round<>(++lastRound, players, closesAt, closesAt + rules.holdTime().toNanos());
        state = TableState.BETTING;
        return Optional.empty();
    }

    /**
     * Begins a bet, which counts once it is placed. Until then the player can't begin another.
     *
     * @param side its number on the wire
     * @param amount null for the least that the table takes
     */
    public BetCheck<P> bet(P player, int side, @Nullable Long amount, long nowNanos) {
        Round<P> round = betting;
        if (round == null || !round.takesBetsOf(player, nowNanos)) {
            return new RefusedBet<>(Refusal.BET_INVALID_STATE);
        }
        Optional<Side> chosen = Side.of(side);
        if (chosen.isEmpty()) {
            return new RefusedBet<>(Refusal.BET_INVALID_SIDE);
        }
        long chips = amount == null ? rules.limits().least() : amount;
        if (!rules.limits().allows(chips)) {
            return new RefusedBet<>(Refusal.BET_INVALID_AMOUNT);
        }
        Bet bet = new Bet(chosen.get(), chips);
        return round.has(player, bet)
                ? new RefusedBet<>(Refusal.BET_SAME_SIDE)
                : round.begin(player, bet);
    }

    /**
     * Lets a bet count whose chips are held.
     *
     * @return false when it comes too late: the cards are dealt, or the round is called off. What
     *     is held for it has to go back
     */
    public boolean place(PendingBet<P> pending) {
        return betting != null && betting.place(pending);
    }

    /** Forgets a bet whose chips are not held. What the player has bet before still counts. */
    public void cancel(PendingBet<P> pending) {
        if (betting != null) {
            betting.cancel(pending);
        }
    }

    /** Deals the cards, if it is time for that. */
    public Optional<RoundResult<P>> dealIfDue(long nowNanos) {
        Round<P> round = betting;
        if (round == null || !round.isOver(nowNanos)) {
            return Optional.empty();
        }
        Coup coup = PuntoBanco.deal(shoe::draw);
        betting = null;
        state = TableState.RESULT;
        resultEndsAtNanos = nowNanos + rules.resultTime().toNanos();
        return Optional.of(new RoundResult<>(lastRound, coup, round.payouts(coup.winner())));
    }

    /**
     * Clears the table for the next round, if it is time for that.
     *
     * @return whether it was
     */
    public boolean waitIfDue(long nowNanos) {
        if (state != TableState.RESULT || resultEndsAtNanos - nowNanos > 0) {
            return false;
        }
        state = TableState.WAITING;
        return true;
    }

    /**
     * Ends the current round without a result: for a server that stops.
     *
     * @return the bets that have to go back; none when the cards are dealt already
     */
    public List<Payout<P>> callOff() {
        Round<P> round = betting;
        betting = null;
        state = TableState.WAITING;
        return round == null ? List.of() : round.refunds();
    }

    /**
     * How long it is until {@link #dealIfDue} or {@link #waitIfDue} has something to do if nobody
     * does anything before; 0 or less when it is time, {@code Long.MAX_VALUE} when nothing goes on.
     */
    public long nanosUntilDue(long nowNanos) {
        if (betting != null) {
            return betting.nanosUntilOver(nowNanos);
        }
        return state == TableState.RESULT ? resultEndsAtNanos - nowNanos : Long.MAX_VALUE;
    }

    /** How it looks to those around it. */
    public TableView view(long nowNanos) {
        return new TableView(state, millisLeft(nowNanos), lastRound);
    }

    private int millisLeft(long nowNanos) {
        if (state == TableState.WAITING) {
            return 0;
        }
        long nanos =
                betting == null ? resultEndsAtNanos - nowNanos : betting.nanosUntilClosed(nowNanos);
        return (int) Math.max(1, (nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }
}
