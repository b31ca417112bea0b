package gameserver.baccarat;

import static gameserver.baccarat.ManualCasino.BETTING;
import static gameserver.baccarat.ManualCasino.RESULT;
import static gameserver.baccarat.ManualCasino.refused;
import static gameserver.baccarat.ManualCasino.taken;
import static gameserver.baccarat.ManualCasino.waiting;
import static gameserver.baccarat.TestWallet.GRANTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.TestWallet.Line;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rounds with a wallet that answers late, or not at all. */
final class WalletOutageTest extends TwoAtATable {
    @Test
    void aBetIsTakenWhenItsChipsAreHeldAndTheRoundWaitsForThat() {
        begin();
        bob.bets(PLAYER, 100L).forgets();
        casino.wallet.line(Line.SLOW);
        casino.pass(BETTING.minus(MOMENT));
        alice.bets(BANKER, 100L).heard(new GameBetNotify(2, PLAYER, 100));
        casino.pass(MOMENT);
        alice.heard();

        casino.wallet.line(Line.GOOD);
        casino.wallet.answer();

        List<Packet> heard = alice.heard();
        assertEquals(List.of(taken(), new GameBetNotify(1, BANKER, 100)), heard.subList(0, 2));
        assertTrue(heard.get(2) instanceof GameResultNotify, heard::toString);
    }

    @Test
    void aBetWhoseChipsAreHeldTooLateComesBack() {
        begin();
        casino.wallet.line(Line.SLOW);
        alice.bets(BANKER, 100L);
        casino.pass(BETTING.plusSeconds(2));
        casino.wallet.line(Line.GOOD);
        casino.pass(Duration.ofSeconds(2));
        alice.forgets();

        casino.wallet.answer();

        alice.heard(refused(ErrorCode.BET_INVALID_STATE));
        assertEquals(GRANTED, casino.wallet.balance("앨리스"));
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "LOSES_ANSWERS"})
    void aBetWithoutAnAnswerIsNoBetAndTheOneBeforeStays(Line line) {
        begin();
        alice.bets(PLAYER, 200L).forgets();
        casino.wallet.line(line);
        alice.bets(PLAYER, 700L).heard(refused(ErrorCode.LOGIN_UNAVAILABLE));
        casino.wallet.line(Line.GOOD);

        casino.pass(BETTING);

        GamePayoutNotify payout = alice.heard(GamePayoutNotify.class);
        assertEquals(200, payout.bet());
        assertEquals(GRANTED - 200 + payout.returned(), payout.balance());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "LOSES_ANSWERS"})
    void aBetThatWasToBeSmallerCountsInFullWhenThereIsNoAnswer(Line line) {
        begin();
        alice.bets(TIE, 700L).forgets();
        casino.wallet.line(line);
        alice.bets(TIE, 200L).heard(refused(ErrorCode.LOGIN_UNAVAILABLE));
        casino.wallet.line(Line.GOOD);

        casino.pass(BETTING);

        alice.heard(GamePayoutNotify.class);
        assertEquals(0, casino.wallet.audit().held());
        assertNotEquals(GRANTED, casino.wallet.balance("앨리스")); // A bet on a tie is won or lost.
    }

    @Test
    void aBetThatIsMadeSmallerIsPaidAsTheSmallerOne() {
        begin();
        alice.bets(TIE, 700L).forgets();
        alice.bets(TIE, 200L).heard(taken(), new GameBetNotify(1, TIE, 200));

        casino.pass(BETTING);

        GamePayoutNotify payout = alice.heard(GamePayoutNotify.class);
        assertEquals(200, payout.bet());
        assertEquals(GRANTED - 200 + payout.returned(), payout.balance());
    }

    @ParameterizedTest
    @EnumSource(names = {"CUT", "LOSES_ANSWERS"})
    void aRoundIsSettledAsSoonAsTheWalletAnswers(Line line) {
        begin();
        alice.bets(PLAYER, 200L).forgets();
        bob.forgets();
        casino.wallet.line(line);
        casino.pass(BETTING);
        assertEquals(1, bob.heard().size());
        casino.pass(Duration.ofSeconds(1));
        bob.heard(new GameStateNotify(3, 9000, 1));
        casino.pass(RESULT);
        bob.heard(waiting(1));
        alice.forgets();

        casino.wallet.line(Line.GOOD);
        casino.pass(Duration.ofSeconds(1));

        assertEquals(200, alice.heard(GamePayoutNotify.class).bet());
    }

    @Test
    void aTableBeginsNoRoundBeforeTheLastOneIsSettled() {
        begin();
        alice.bets(PLAYER, 200L);
        casino.wallet.line(Line.CUT);
        casino.pass(BETTING.plus(RESULT));

        alice.isRefused(new GameStartRequest(), ErrorCode.GAME_START_INVALID_STATE);

        casino.wallet.line(Line.GOOD);
        casino.pass(Duration.ofSeconds(1));
        assertEquals(200, alice.heard(GamePayoutNotify.class).bet());
        assertEquals(new GameStartResponse(Result.SUCCESS), alice.starts().heard().get(0));
    }

    @Test
    void aBetThatTheWalletHasGivenBackIsToldAsSuch() {
        begin();
        alice.bets(PLAYER, 200L).forgets();
        casino.wallet.ledger().giveBack("run-1");
        casino.pass(BETTING);

        assertEquals(
                new GamePayoutNotify(PLAYER, 200, 200, GRANTED),
                alice.heard(GamePayoutNotify.class));
    }

    @Test
    void nobodyLogsInWithoutTheWallet() {
        casino.wallet.line(Line.CUT);
        assertEquals(
                List.of(new LoginResponse(Result.of(ErrorCode.LOGIN_UNAVAILABLE))),
                casino.logIn("carol").heard());
        casino.wallet.line(Line.GOOD);
        casino.logIn("carol").isRefused(LoginRequest.of("carol", ""), ErrorCode.LOGIN_DUPLICATE);
    }
}
