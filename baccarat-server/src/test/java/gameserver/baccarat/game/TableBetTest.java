package gameserver.baccarat.game;

import static gameserver.baccarat.game.Refusal.BET_INVALID_AMOUNT;
import static gameserver.baccarat.game.Refusal.BET_INVALID_SIDE;
import static gameserver.baccarat.game.Refusal.BET_INVALID_STATE;
import static gameserver.baccarat.game.Refusal.BET_SAME_SIDE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which bets are taken, and when. */
final class TableBetTest {
    private static final Duration NANO = Duration.ofNanos(1);
    private static final Duration BETTING = Duration.ofSeconds(5);
    private static final Duration HOLD = Duration.ofSeconds(2);

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -1, 127, -128})
    void isOnASideThatThereIs(int side) {
        Play.started("a", "b").canNotBet("a", side, 100L, BET_INVALID_SIDE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 99, 100_001, Long.MAX_VALUE, Long.MIN_VALUE})
    void isWithinTheLimits(long amount) {
        Play.started("a", "b").canNotBet("a", 1, amount, BET_INVALID_AMOUNT);
    }

    @Test
    void isOfTheLeastAmountWhenItNamesNone() {
        Play play = Play.started("a", "b");

        PendingBet<?> pending = assertInstanceOf(PendingBet.class, play.asks("a", 3, null));

        assertEquals(new Bet(Side.TIE, 100), pending.bet());
    }

    @Test
    void isTakenDuringBettingOnly() {
        Play play = new Play();
        play.enter("a", "b");
        play.canNotBet("a", 1, 100L, BET_INVALID_STATE);
        play.starts("a");

        play.passes(BETTING.minus(NANO));
        play.bets("a", Side.PLAYER, 100);
        play.passes(NANO);
        play.canNotBet("b", 1, 100L, BET_INVALID_STATE);

        play.deals("a PLAYER 100");
        play.canNotBet("b", 1, 100L, BET_INVALID_STATE);
        play.passes(Duration.ofSeconds(10));
        play.waits();
        play.canNotBet("b", 1, 100L, BET_INVALID_STATE);
    }

    @Test
    void isToldOfTheStateBeforeAnythingElse() {
        Play play = new Play();
        play.enter("a", "b");
        play.canNotBet("a", 4, 0L, BET_INVALID_STATE);

        play.starts("a");
        play.canNotBet("a", 4, 0L, BET_INVALID_SIDE);
    }

    @Test
    void isNotTakenTwiceButReplaced() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.PLAYER, 100);

        play.canNotBet("a", 1, 100L, BET_SAME_SIDE);
        play.canNotBet("a", 1, null, BET_SAME_SIDE);
        play.bets("a", Side.PLAYER, 200);
        play.bets("a", Side.BANKER, 200);
        play.bets("a", Side.PLAYER, 100);
        play.canNotBet("a", 1, 100L, BET_SAME_SIDE);

        play.passes(BETTING);
        play.deals("a PLAYER 100");
    }

    @Test
    void ofTheLastOneEndsTheRound() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.PLAYER, 100);
        play.goesOn();
        play.bets("b", Side.BANKER, 100);

        play.isDueIn(Duration.ZERO);
        play.canNotBet("a", 1, 300L, BET_INVALID_STATE);
        play.deals("a PLAYER 100", "b BANKER 100");
    }

    @Test
    void isForThoseWhoWereThereAtTheStart() {
        Play play = Play.started("a", "b");
        play.enter("c");

        play.canNotBet("c", 1, 100L, BET_INVALID_STATE);
        play.canNotBet("nobody", 1, 100L, BET_INVALID_STATE);
        play.bets("a", Side.PLAYER, 100);
        play.bets("b", Side.PLAYER, 100);
        play.deals("a PLAYER 100", "b PLAYER 100");

        play.passes(Duration.ofSeconds(10));
        play.waits();
        play.starts("a");
        play.bets("c", Side.TIE, 100);
    }

    @Test
    void ofWhoHasLeftStays() {
        Play play = Play.started("a", "b", "c");
        play.bets("a", Side.PLAYER, 100);
        play.leave("a");
        play.bets("b", Side.BANKER, 100);
        play.goesOn();

        play.leave("c");
        play.deals("a PLAYER 100", "b BANKER 100");
    }

    @Test
    void ofWhoHasReturnedStaysAndCanNotBeReplaced() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.PLAYER, 100);
        play.leave("a");
        play.enter("a");

        play.canNotBet("a", 2, 500L, BET_INVALID_STATE);
        play.bets("b", Side.TIE, 100);
        play.deals("a PLAYER 100", "b TIE 100");
    }

    @Test
    void isNotTakenFromWhoHasReturnedWithoutOne() {
        Play play = Play.started("a", "b");
        play.leave("a");
        play.enter("a");

        play.canNotBet("a", 2, 500L, BET_INVALID_STATE);
        play.bets("b", Side.TIE, 100);
        play.deals("b TIE 100");
    }

    @Test
    void countsOnceItIsPlaced() {
        Play play = Play.started("a", "b");
        play.bets("b", Side.TIE, 100);
        PendingBet<String> pending = play.begins("a", Side.PLAYER, 100);
        assertEquals(0, pending.amountBefore());
        assertEquals(1, pending.round());
        play.goesOn();

        assertTrue(play.table.place(pending));

        play.deals("a PLAYER 100", "b TIE 100");
    }

    @Test
    void isPlacedAfterTheTimeIfItHasBegunBefore() {
        Play play = Play.started("a", "b");
        PendingBet<String> pending = play.begins("a", Side.PLAYER, 100);

        play.passes(BETTING);
        play.isDueIn(HOLD);
        play.goesOn();
        play.canNotBet("b", 1, 100L, BET_INVALID_STATE);
        play.looks(TableState.BETTING, 1, 1);
        play.passes(HOLD.minus(NANO));
        play.goesOn();
        assertTrue(play.table.place(pending));

        play.deals("a PLAYER 100");
    }

    @Test
    void isNotWaitedForForever() {
        Play play = Play.started("a", "b");
        PendingBet<String> pending = play.begins("a", Side.PLAYER, 100);

        play.passes(BETTING.plus(HOLD));
        play.deals();

        assertFalse(play.table.place(pending));
        play.passes(Duration.ofSeconds(10));
        play.waits();
        play.starts("a");
        assertFalse(play.table.place(pending));
        play.bets("a", Side.BANKER, 300);
        play.passes(BETTING);
        play.deals("a BANKER 300");
    }

    @Test
    void standsUntilItsReplacementIsPlaced() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.PLAYER, 100);
        PendingBet<String> cancelled = play.begins("a", Side.BANKER, 200);
        assertEquals(100, cancelled.amountBefore());
        play.table.cancel(cancelled);
        assertFalse(play.table.place(cancelled));
        PendingBet<String> late = play.begins("a", Side.TIE, 300);

        play.passes(BETTING.plus(HOLD));
        play.deals("a PLAYER 100");
        assertFalse(play.table.place(late));
    }

    @Test
    void holdsUpARoundInWhichAllHaveBetUntilItIsReplaced() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.PLAYER, 100);
        PendingBet<String> pending = play.begins("a", Side.BANKER, 200);
        play.bets("b", Side.PLAYER, 100);
        play.goesOn();

        play.table.cancel(pending);

        play.deals("a PLAYER 100", "b PLAYER 100");
    }

    @Test
    void isPlacedForWhoHasLeftMeanwhile() {
        Play play = Play.started("a", "b");
        play.bets("b", Side.TIE, 100);
        PendingBet<String> pending = play.begins("a", Side.PLAYER, 100);
        play.leave("a");
        play.goesOn();

        assertTrue(play.table.place(pending));

        play.deals("a PLAYER 100", "b TIE 100");
    }

    @Test
    void isPlacedOnce() {
        Play play = Play.started("a", "b");
        PendingBet<String> first = play.begins("a", Side.PLAYER, 100);
        assertTrue(play.table.place(first));
        assertFalse(play.table.place(first));

        PendingBet<String> cancelled = play.begins("a", Side.TIE, 100);
        play.table.cancel(cancelled);
        PendingBet<String> same = play.begins("a", Side.TIE, 100);
        assertFalse(play.table.place(cancelled));
        assertTrue(play.table.place(same));
    }

    @Test
    void canNotBeginWhileAnotherIsPending() {
        Play play = Play.started("a", "b");
        play.begins("a", Side.PLAYER, 100);

        assertThrows(IllegalStateException.class, () -> play.asks("a", 2, 100L));
    }
}
