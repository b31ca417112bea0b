package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A table with the times and limits of the protocol, and the clock that a test sets. Bets are taken
 * for 5 s; then a round waits 2 s for chips.
 */
final class Play {
    static final TableRules RULES =
            new TableRules(
                    new TableLimits(100, 100_000),
                    2,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10));

    final Table<String> table = new Table<>(RULES, new Shoe(8, new SplittableRandom(1)));

    /** Near the greatest, since the clock may pass it. */
    private long nowNanos = Long.MAX_VALUE - Duration.ofSeconds(1).toNanos();

    /** A table where the first of {@code players} has just started a round. */
    static Play started(String... players) {
        Play play = new Play();
        play.enter(players);
        play.starts(players[0]);
        return play;
    }

    void enter(String... players) {
        for (String player : players) {
            table.enter(player);
        }
    }

    void leave(String... players) {
        for (String player : players) {
            table.leave(player);
        }
    }

    void passes(Duration time) {
        nowNanos += time.toNanos();
    }

    void starts(String player) {
        assertEquals(Optional.empty(), table.start(player, nowNanos));
    }

    void canNotStart(String player, Refusal why) {
        assertEquals(Optional.of(why), table.start(player, nowNanos));
    }

    BetCheck<String> asks(String player, int side, @Nullable Long amount) {
        return table.bet(player, side, amount, nowNanos);
    }

    PendingBet<String> begins(String player, Side side, long amount) {
        PendingBet<?> pending =
                assertInstanceOf(PendingBet.class, asks(player, side.number(), amount));
        assertEquals(new Bet(side, amount), pending.bet());
        @SuppressWarnings("unchecked") // The table is one of Strings.
        PendingBet<String> ofTable = (PendingBet<String>) pending;
        return ofTable;
    }

    void bets(String player, Side side, long amount) {
        assertTrue(table.place(begins(player, side, amount)));
    }

    void canNotBet(String player, int side, @Nullable Long amount, Refusal why) {
        assertEquals(new RefusedBet<String>(why), asks(player, side, amount));
    }

    void goesOn() {
        assertEquals(Optional.empty(), table.dealIfDue(nowNanos));
    }

    /** The cards are dealt now; who has bet what. */
    RoundResult<String> deals(String... bets) {
        RoundResult<String> result = table.dealIfDue(nowNanos).orElseThrow();
        assertEquals(
                List.of(bets),
                result.payouts().stream()
                        .sorted(Comparator.comparing(Payout::player))
                        .map(p -> p.player() + " " + p.bet().side() + " " + p.bet().amount())
                        .toList());
        for (Payout<String> payout : result.payouts()) {
            assertEquals(payout.bet().returned(result.coup().winner()), payout.returned());
        }
        goesOn();
        return result;
    }

    void waits() {
        assertTrue(table.waitIfDue(nowNanos));
        assertFalse(table.waitIfDue(nowNanos));
    }

    void staysInResult() {
        assertFalse(table.waitIfDue(nowNanos));
    }

    void looks(TableState state, int millisLeft, long round) {
        assertEquals(new TableView(state, millisLeft, round), table.view(nowNanos));
    }

    void isDueIn(Duration time) {
        assertEquals(time.toNanos(), table.nanosUntilDue(nowNanos));
    }

    boolean isNeverDue() {
        return table.nanosUntilDue(nowNanos) == Long.MAX_VALUE;
    }
}
