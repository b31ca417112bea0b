package gameserver.baccarat;

import static gameserver.baccarat.ManualCasino.BETTING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.baccarat.ManualCasino.Player;
import gameserver.baccarat.TestWallet.Line;
import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.net.packet.Result;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What users are told they have when the wallet's answers come in another order than asked for. */
final class BalanceOrderTest extends TwoAtATable {
    /** Some of what is held comes back, whatever the cards are. */
    private void beginWithABet() {
        begin();
        alice.bets(PLAYER, 700L);
        alice.bets(PLAYER, 200L).forgets();
    }

    /** Somebody whose balance the wallet has looked up, and has not told yet. */
    private Player comingBack() {
        casino.wallet.line(Line.SLOW_BACK);
        Player again = casino.logIn("앨리스");
        casino.wallet.line(Line.GOOD);
        return again;
    }

    private void isToldTheTruth(Player player) {
        player.forgets().says(new RoomEnterRequest(2));
        assertEquals(
                new BalanceNotify(casino.wallet.balance("앨리스")), player.heard(BalanceNotify.class));
    }

    @Test
    void aRoundThatIsSettledDuringTheLoginCounts() {
        beginWithABet();
        alice.vanishes();
        Player again = comingBack();
        casino.pass(BETTING);
        again.heard();

        casino.wallet.answer();

        again.heard(new LoginResponse(Result.SUCCESS));
        isToldTheTruth(again);
    }

    @Test
    void aRoundThatIsSettledWhileANewerSessionLogsInCounts() {
        beginWithABet();
        Player newer = comingBack();
        casino.pass(BETTING);

        casino.wallet.answer();

        newer.heard(new LoginResponse(Result.SUCCESS));
        isToldTheTruth(newer);
    }

    @Test
    void ofTwoLoginsAtATimeTheOneThatIsAnsweredLastCounts() {
        beginWithABet();
        alice.vanishes();
        Player first = comingBack();
        Player second = comingBack();
        first.vanishes();
        casino.pass(BETTING);

        casino.wallet.answer();

        isToldTheTruth(second);
    }

    @Test
    void aBetAtAnotherTableIsNotForgottenWhenAnOlderAnswerComes() {
        Player carol = casino.seat("carol", 1);
        beginWithABet();
        alice.says(new RoomLeaveRequest());
        alice.says(new RoomEnterRequest(1));
        casino.pass(BETTING.minus(MOMENT));
        carol.starts();
        casino.wallet.line(Line.SLOW_BACK);
        casino.pass(MOMENT);
        casino.wallet.line(Line.GOOD);
        alice.bets(PLAYER, 100L).forgets();

        casino.wallet.answer();
        casino.pass(Duration.ZERO);

        GamePayoutNotify payout = alice.heard(GamePayoutNotify.class);
        assertEquals(casino.wallet.balance("앨리스"), payout.balance());
        alice.says(new RoomLeaveRequest());
        isToldTheTruth(alice);
    }
}
