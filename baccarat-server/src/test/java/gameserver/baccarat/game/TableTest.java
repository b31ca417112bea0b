package gameserver.baccarat.game;

import static gameserver.baccarat.game.Refusal.GAME_START_INVALID_STATE;
import static gameserver.baccarat.game.Refusal.GAME_START_NOT_ENOUGH_USERS;
import static gameserver.baccarat.game.Refusal.GAME_START_NOT_HOST;
import static gameserver.baccarat.game.TableState.BETTING;
import static gameserver.baccarat.game.TableState.RESULT;
import static gameserver.baccarat.game.TableState.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a table goes from state to state, and who starts it. */
final class TableTest {
    private static final Duration NANO = Duration.ofNanos(1);

    /** Wherever in it the clock passes its greatest number. */
    @ParameterizedTest
    @ValueSource(ints = {0, 8, 1000})
    void goesThroughItsStatesByTheClock(int secondsBefore) {
        Play play = new Play();
        play.passes(Duration.ofSeconds(-secondsBefore));
        play.enter("a", "b");
        play.looks(WAITING, 0, 0);
        assertTrue(play.isNeverDue());

        play.starts("a");
        play.looks(BETTING, 5000, 1);
        play.passes(NANO);
        play.looks(BETTING, 5000, 1);
        play.passes(Duration.ofSeconds(5).minus(NANO).minus(NANO));
        play.looks(BETTING, 1, 1);
        play.isDueIn(NANO);
        play.goesOn();
        play.passes(NANO);
        play.isDueIn(Duration.ZERO);
        play.deals();

        play.looks(RESULT, 10_000, 1);
        play.staysInResult();
        play.passes(Duration.ofSeconds(10).minus(NANO));
        play.looks(RESULT, 1, 1);
        play.isDueIn(NANO);
        play.staysInResult();
        play.passes(NANO);
        play.waits();
        play.looks(WAITING, 0, 1);
        assertTrue(play.isNeverDue());

        play.starts("a");
        play.looks(BETTING, 5000, 2);
    }

    @Test
    void showsTheWholeTimeOfAResultAlsoWhenItsTimerIsLate() {
        Play play = Play.started("a", "b");

        play.passes(Duration.ofSeconds(60));
        play.deals();

        play.looks(RESULT, 10_000, 1);
    }

    @Test
    void neverSaysZeroMillisecondsWhileSomethingIsDue() {
        Play play = Play.started("a", "b");

        play.passes(Duration.ofSeconds(60));
        play.looks(BETTING, 1, 1);
        play.deals();
        play.passes(Duration.ofSeconds(60));
        play.looks(RESULT, 1, 1);
    }

    @Test
    void isStartedByWhoHasBeenThereLongest() {
        Play play = new Play();
        assertEquals(Optional.empty(), play.table.host());
        play.enter("b", "a", "c");

        play.canNotStart("a", GAME_START_NOT_HOST);
        play.canNotStart("nobody", GAME_START_NOT_HOST);
        play.leave("b");
        play.enter("b");
        play.canNotStart("b", GAME_START_NOT_HOST);
        play.starts("a");
    }

    @Test
    void passesTheHostOnDuringARound() {
        Play play = Play.started("a", "b");

        play.enter("c");
        play.leave("a", "b");

        assertEquals(Optional.of("c"), play.table.host());
    }

    @Test
    void isNotStartedTwice() {
        Play play = Play.started("a", "b");
        play.canNotStart("a", GAME_START_INVALID_STATE);
        play.canNotStart("b", GAME_START_INVALID_STATE);

        play.passes(Duration.ofSeconds(5));
        play.canNotStart("a", GAME_START_INVALID_STATE);
        play.deals();
        play.canNotStart("a", GAME_START_INVALID_STATE);

        play.passes(Duration.ofSeconds(10));
        play.waits();
        play.starts("a");
    }

    @Test
    void isNotStartedByTooFew() {
        Play play = new Play();
        play.canNotStart("nobody", GAME_START_NOT_ENOUGH_USERS);
        play.enter("a");
        play.canNotStart("a", GAME_START_NOT_ENOUGH_USERS);

        play.enter("b");
        play.leave("b");
        play.canNotStart("a", GAME_START_NOT_ENOUGH_USERS);
    }

    @Test
    void isNotEnteredTwice() {
        Play play = new Play();
        play.enter("a");

        assertThrows(IllegalStateException.class, () -> play.enter("a"));
    }

    @Test
    void endsARoundThatEverybodyHasLeft() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.TIE, 100);
        play.goesOn();

        play.leave("a", "b");
        play.deals("a TIE 100");

        play.passes(Duration.ofSeconds(10));
        play.waits();
    }

    @Test
    void callsARoundOff() {
        Play play = Play.started("a", "b", "c", "d");
        play.bets("a", Side.TIE, 100);
        play.bets("b", Side.BANKER, 119);
        PendingBet<String> late = play.begins("c", Side.PLAYER, 200);
        play.leave("b");

        List<Payout<String>> refunds = play.table.callOff();

        assertEquals(
                List.of(
                        new Payout<>("a", new Bet(Side.TIE, 100), 100),
                        new Payout<>("b", new Bet(Side.BANKER, 119), 119)),
                refunds);
        assertFalse(play.table.place(late));
        play.looks(WAITING, 0, 1);
        play.goesOn();
        assertEquals(List.of(), play.table.callOff());
    }

    @Test
    void hasNothingToGiveBackOnceTheCardsAreDealt() {
        Play play = Play.started("a", "b");
        play.bets("a", Side.TIE, 100);
        play.passes(Duration.ofSeconds(5));
        play.deals("a TIE 100");

        assertEquals(List.of(), play.table.callOff());
        play.looks(WAITING, 0, 1);
    }

    @Test
    void paysInTheOrderOfTheFirstBets() {
        List<String> order = List.of("f", "b", "e", "a", "d", "c");
        Play play = new Play();
        play.enter("a", "b", "c", "d", "e", "f");
        play.starts("a");
        order.forEach(player -> play.bets(player, Side.TIE, 100));
        play.passes(Duration.ofSeconds(5));

        RoundResult<String> result =
                play.deals(
                        "a TIE 100",
                        "b TIE 100",
                        "c TIE 100",
                        "d TIE 100",
                        "e TIE 100",
                        "f TIE 100");

        assertEquals(order, result.payouts().stream().map(Payout::player).toList());
    }

    /** Many rounds, through several shoes; in the end every side has won. */
    @Test
    void paysEveryRoundByItsCards() {
        Play play = new Play();
        play.enter("a", "b", "c");
        Set<Side> winners = EnumSet.noneOf(Side.class);
        for (int round = 1; round <= 500; round++) {
            play.starts("a");
            play.bets("a", Side.PLAYER, 100 + round);
            play.bets("b", Side.BANKER, 100 + round);
            play.bets("c", Side.TIE, 100 + round);
            int amount = 100 + round;

            RoundResult<String> result =
                    play.deals("a PLAYER " + amount, "b BANKER " + amount, "c TIE " + amount);

            assertEquals(round, result.round());
            winners.add(result.coup().winner());
            play.passes(Duration.ofSeconds(10));
            play.waits();
        }
        assertEquals(EnumSet.allOf(Side.class), winners);
    }

    @Test
    void statesAndRefusalsHaveTheNumbersOfTheWire() {
        assertEquals(
                "1 2 3",
                Arrays.stream(TableState.values())
                        .map(state -> "" + state.number())
                        .collect(Collectors.joining(" ")));
        assertEquals(
                "171 172 173 182 183 184 185",
                Arrays.stream(Refusal.values())
                        .map(refusal -> "" + refusal.code())
                        .collect(Collectors.joining(" ")));
    }
}
