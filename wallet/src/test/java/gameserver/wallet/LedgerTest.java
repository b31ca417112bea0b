package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.wallet.TestLedger.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
final class LedgerTest extends LedgerOnEachDatabase {
    @Test
    void chipsAreGrantedOnce() {
        assertEquals(new Balance(1000, 0), ledger.open("앨리스", 5000));
        assertEquals(new Balance(0, 0), ledger.open("bob", 0));
        assertEquals(new Audit(1000, 0, 1000, 0), ledger.audit());
    }

    @Test
    void whatIsHeldIsNotInTheBalance() {
        assertEquals(held(400), hold(1, 600));
        assertEquals(new Audit(400, 600, 1000, 0), ledger.audit());
    }

    @Test
    void aBetIsChangedByTheDifference() {
        hold(1, 600);
        assertEquals(held(100), hold(2, 900));
        assertEquals(held(0), hold(3, 1000));
        assertEquals(held(1000), hold(4, 0));
    }

    @Test
    void nobodyBetsMoreThanThereIs() {
        assertEquals(notEnough(1000), hold(1, 1001));
        assertEquals(notEnough(1000), hold(2, Hold.GREATEST));
        assertEquals(held(400), hold(3, 600));
        assertEquals(notEnough(400), hold(4, 1001));
        assertEquals(held(400), hold(5, 600));
    }

    @Test
    void whoHasNoPurseHasNothing() {
        assertEquals(
                new Hold.Answer(Hold.Outcome.NOT_ENOUGH, Balance.NONE),
                ledger.hold(new Hold("k", 1, "nobody", 1, RUN)));
        assertEquals(
                List.of(new Settlement.Answer("k", 0, 0, Balance.NONE)),
                ledger.settle(List.of(new Settlement("k", "nobody", 1, 2))));
    }

    @Test
    void aRepeatedHoldTakesNothing() {
        hold(1, 600);
        assertEquals(held(400), hold(1, 600));
        hold(2, 2000);
        assertEquals(notEnough(400), hold(2, 2000));
    }

    @Test
    void aHoldThatComesAfterALaterOneIsTooLate() {
        hold(2, 500);
        assertEquals(tooLate(500), hold(1, 600));
    }

    @Test
    void aBetThatIsWonIsPaidOnce() {
        hold(1, 600);
        assertEquals(settled(600, 1170, 1570), settle(600, 1170));
        assertEquals(settled(600, 1170, 1570), settle(600, 1170));
        assertEquals(settled(600, 1170, 1570), settle(600, 0));
        assertEquals(new Audit(1570, 0, 1000, 570), ledger.audit());
    }

    @Test
    void aBetThatIsLostIsGone() {
        hold(1, 600);
        assertEquals(settled(600, 0, 400), settle(600, 0));
        assertEquals(new Audit(400, 0, 1000, -600), ledger.audit());
    }

    @Test
    void whatIsHeldBesideTheBetGoesBack() {
        hold(1, 500);
        hold(2, 800); // The server never heard that it is held, and plays with the one before.
        assertEquals(settled(500, 1000, 1500), settle(500, 1000));
    }

    @Test
    void nothingIsHeldForABetThatIsSettled() {
        hold(1, 600);
        settle(600, 0);
        assertEquals(tooLate(400), hold(2, 300));
    }

    @Test
    void aHoldThatWasOnItsWayTooLongDoesNothing() {
        settle(0, 0);
        assertEquals(tooLate(1000), hold(1, 600));
    }

    @Test
    void aBetThatHasGoneBackIsNotWon() {
        hold(1, 600);
        assertEquals(List.of(RUN), ledger.runs());
        assertEquals(1, ledger.giveBack(RUN));
        assertEquals(List.of(), ledger.runs());
        assertEquals(0, ledger.giveBack(RUN));
        assertEquals(settled(0, 0, 1000), settle(600, 1200));
        assertEquals(tooLate(1000), hold(2, 600));
    }

    @Test
    void onlyWhatIsHeldForThatRunGoesBack() {
        hold(1, 600);
        ledger.hold(new Hold("other", 1, "앨리스", 100, "run-2"));
        assertEquals(1, ledger.giveBack("run-2"));
        assertEquals(new Audit(400, 600, 1000, 0), ledger.audit());
    }

    @Test
    void aRoundIsSettledAsAWhole() {
        List<Settlement> round = new ArrayList<>();
        for (int i = 6; i >= 0; i--) {
            ledger.open("user" + i, 1000);
            ledger.hold(new Hold("k" + i, 1, "user" + i, 100 + i, RUN));
            round.add(new Settlement("k" + i, "user" + i, 100 + i, i % 2 == 0 ? 0 : 200 + 2L * i));
        }

        List<Settlement.Answer> answers = ledger.settle(round);

        assertEquals(new Settlement.Answer("k6", 106, 0, new Balance(894, 2)), answers.get(0));
        assertEquals(new Settlement.Answer("k5", 105, 210, new Balance(1105, 2)), answers.get(1));
        assertEquals(answers, ledger.settle(round));
    }

    /** Else a table over a network could not be settled before the game server stops waiting. */
    @Test
    void theLargestTableIsSettledWithFewStatements() {
        List<Settlement> round = new ArrayList<>();
        for (int i = 0; i < 256; i++) {
            ledger.open("user" + i, 1000);
            ledger.hold(new Hold("k" + i, 1, "user" + i, 100, RUN));
            round.add(new Settlement("k" + i, "user" + i, 100, i));
        }

        int before = database.statements();
        List<Settlement.Answer> answers = ledger.settle(round);
        int once = database.statements();
        List<Settlement.Answer> again = ledger.settle(round);
        int twice = database.statements();

        assertEquals(answers, again);
        assertTrue(once - before < 10, () -> "first time: " + (once - before));
        assertTrue(twice - once < 10, () -> "second time: " + (twice - once));
        assertEquals(
                new Settlement.Answer("k255", 100, 255, new Balance(1155, 2)), answers.get(255));
    }

    @Test
    void ofSeveralSettlementsOfTheSameBetTheFirstCounts() {
        hold(1, 600);
        assertEquals(
                List.of(settled(600, 900, 1300), settled(600, 900, 1300)),
                settle(
                        List.of(
                                new Settlement(KEY, "앨리스", 600, 900),
                                new Settlement(KEY, "앨리스", 600, 0))));
    }

    @Test
    void aUserWithSeveralBetsIsPaidForEach() {
        hold(1, 300);
        ledger.hold(new Hold("other", 1, "앨리스", 200, RUN));
        assertEquals(
                List.of(settled(300, 600, 1200), settled(100, 0, 1200)),
                settle(
                        List.of(
                                new Settlement(KEY, "앨리스", 300, 600),
                                new Settlement("other", "앨리스", 100, 0))));
    }

    @Test
    void everythingThatIsHeldGoesBackHoweverManyBetsItIs() {
        for (int i = 0; i < 300; i++) {
            ledger.hold(new Hold("k" + i, 1, "앨리스", 2, RUN));
        }
        assertEquals(new Audit(400, 600, 1000, 0), ledger.audit());
        assertEquals(300, ledger.giveBack(RUN));
        assertEquals(new Audit(1000, 0, 1000, 0), ledger.audit());
    }

    @Test
    void aBetIsPaidToWhoeverHasMadeIt() {
        hold(1, 600);
        ledger.settle(List.of(new Settlement(KEY, "nobody", 600, 1200)));
        assertEquals(new Audit(1600, 0, 1000, 600), ledger.audit());
    }

    @Test
    void ofTwoBalancesTheOneWithMoreChangesIsTheLaterOne() {
        Balance opened = ledger.open("앨리스", 0);
        Balance held = ledger.hold(new Hold(KEY, 1, "앨리스", 600, RUN)).balance();
        Balance notHeld = ledger.hold(new Hold(KEY, 2, "앨리스", 1001, RUN)).balance();
        settle(600, 600);
        Balance settled = ledger.balance("앨리스").orElseThrow();

        assertTrue(held.isLaterThan(opened));
        assertEquals(held, notHeld);
        assertTrue(settled.isLaterThan(held));
        assertEquals(opened.chips(), settled.chips());
        settle(600, 600);
        assertEquals(settled, ledger.open("앨리스", 0));
    }

    @Test
    void nobodyHoldsNegativeAmountsOrSettlesThem() {
        assertThrows(IllegalArgumentException.class, () -> new Hold("k", 1, "u", -1, RUN));
        assertThrows(IllegalArgumentException.class, () -> new Hold("k", 0, "u", 1, RUN));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Hold("k", 1, "u", Hold.GREATEST + 1, RUN));
        assertThrows(IllegalArgumentException.class, () -> new Settlement("k", "u", 0, -1));
        assertThrows(IllegalArgumentException.class, () -> new Settlement("k", "u", -1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settlement("k", "u", 0, 1));
    }
}
