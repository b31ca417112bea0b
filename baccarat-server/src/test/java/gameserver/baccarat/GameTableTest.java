package gameserver.baccarat;

import static gameserver.baccarat.ManualCasino.BETTING;
import static gameserver.baccarat.ManualCasino.RESULT;
import static gameserver.baccarat.ManualCasino.betting;
import static gameserver.baccarat.ManualCasino.result;
import static gameserver.baccarat.ManualCasino.taken;
import static gameserver.baccarat.ManualCasino.waiting;
import static gameserver.baccarat.TestWallet.GRANTED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.ManualCasino.Player;
import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStartNotify;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rounds as those at the table see them, with a wallet that answers, or does not. */
final class GameTableTest extends TwoAtATable {
    @Test
    void aNewcomerSeesTheBalanceAndTheTable() {
        Player carol = casino.logIn("carol").forgets();
        carol.says(new RoomEnterRequest(1));

        carol.heard(
                new RoomEnterResponse(Result.SUCCESS, 1, 1),
                new BalanceNotify(GRANTED),
                waiting(0));
    }

    @Test
    void aRoundGoesFromTheStartToTheNext() {
        alice.starts();
        alice.heard(
                new GameStartResponse(Result.SUCCESS), new GameStartNotify(), betting(BETTING, 1));
        bob.heard(new GameStartNotify(), betting(BETTING, 1));

        alice.bets(PLAYER, 500L).heard(taken(), new GameBetNotify(1, PLAYER, 500));
        bob.heard(new GameBetNotify(1, PLAYER, 500));
        casino.pass(Duration.ofSeconds(1));
        bob.bets(BANKER, null);

        List<Packet> heard = bob.heard();
        assertEquals(List.of(taken(), new GameBetNotify(2, BANKER, 100)), heard.subList(0, 2));
        GameResultNotify cards = (GameResultNotify) heard.get(2);
        GamePayoutNotify payout = (GamePayoutNotify) heard.get(3);
        assertEquals(BANKER, payout.side());
        assertEquals(100, payout.bet());
        assertEquals(GRANTED - 100 + payout.returned(), payout.balance());
        assertEquals(payout.balance(), casino.wallet.balance("bob"));
        assertEquals(result(1), heard.get(4));
        assertEquals(5, heard.size());
        assertEquals(cards, alice.heard(GameResultNotify.class));

        casino.pass(RESULT);
        bob.heard(waiting(1));
        alice.heard(waiting(1));
        alice.starts()
                .heard(
                        new GameStartResponse(Result.SUCCESS),
                        new GameStartNotify(),
                        betting(BETTING, 2));
    }

    @Test
    void aRoundEndsWhenItsTimeIsOverWhoeverHasBet() {
        begin();
        alice.bets(TIE, 100L).forgets();
        casino.pass(BETTING.minus(MOMENT));
        bob.forgets();
        casino.pass(MOMENT);

        List<Packet> heard = bob.heard();
        assertEquals(2, heard.size(), heard::toString);
        assertTrue(heard.get(0) instanceof GameResultNotify, heard::toString);
        assertEquals(result(1), heard.get(1));
    }

    @Test
    void aResultIsShownForItsTimeHoweverEarlyTheBetsWereIn() {
        try (ManualCasino slow = new ManualCasino("--betting-time=1m")) {
            Player carol = slow.seat("carol", 0);
            Player dave = slow.seat("dave", 0);
            for (int round = 1; round <= 3; round++) {
                carol.starts().bets(PLAYER, 100L);
                dave.bets(BANKER, 100L);
                slow.pass(RESULT.minus(MOMENT));
                carol.forgets();
                slow.pass(MOMENT);
                carol.heard(waiting(round));
            }
        }
    }

    @Test
    void nobodyElseStartsAndNotTwice() {
        bob.isRefused(new GameStartRequest(), ErrorCode.GAME_START_NOT_HOST);
        begin();
        alice.isRefused(new GameStartRequest(), ErrorCode.GAME_START_INVALID_STATE);
        casino.pass(BETTING);
        alice.isRefused(new GameStartRequest(), ErrorCode.GAME_START_INVALID_STATE);
    }

    @Test
    void whoIsAloneDoesNotStart() {
        Player carol = casino.seat("carol", 1);
        carol.isRefused(new GameStartRequest(), ErrorCode.GAME_START_NOT_ENOUGH_USERS);
    }

    @Test
    void theHostPassesOn() {
        casino.seat("carol", 0);
        alice.says(new RoomLeaveRequest());
        bob.forgets().starts();
        assertEquals(new GameStartResponse(Result.SUCCESS), bob.heard().get(0));
    }

    @Test
    void nobodyPlaysOutsideOfARoom() {
        Player carol = casino.logIn("carol");
        carol.isRefused(new GameStartRequest(), ErrorCode.NOT_IN_ROOM);
        carol.isRefused(new GameBetRequest(1, 100L), ErrorCode.NOT_IN_ROOM);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, BET_INVALID_SIDE",
        "4, 100, BET_INVALID_SIDE",
        "-1, 100, BET_INVALID_SIDE",
        "1, 0, BET_INVALID_AMOUNT",
        "1, -1, BET_INVALID_AMOUNT",
        "1, 99, BET_INVALID_AMOUNT",
        "1, 100001, BET_INVALID_AMOUNT",
        "1, 9223372036854775807, BET_INVALID_AMOUNT",
        "1, -9223372036854775808, BET_INVALID_AMOUNT",
        "1, 10001, BET_NOT_ENOUGH_BALANCE"
    })
    void badBetsAreRefusedAndNobodyElseNotices(int side, long amount, ErrorCode error) {
        begin();
        alice.isRefused(new GameBetRequest(side, amount), error);
        bob.heard();
        alice.bets(PLAYER, 100L).heard(taken(), new GameBetNotify(1, PLAYER, 100));
    }

    @Test
    void betsAreTakenInTheirTimeOnly() {
        alice.isRefused(new GameBetRequest(1, 100L), ErrorCode.BET_INVALID_STATE);
        begin();
        casino.pass(BETTING.minus(MOMENT));
        alice.bets(PLAYER, 100L).heard(taken(), new GameBetNotify(1, PLAYER, 100));
        casino.pass(MOMENT);
        bob.isRefused(new GameBetRequest(1, 100L), ErrorCode.BET_INVALID_STATE);
    }

    @Test
    void theSameBetTwiceIsRefusedAndAnotherReplacesIt() {
        begin();
        alice.bets(PLAYER, 6000L).forgets();
        alice.isRefused(new GameBetRequest(PLAYER, 6000L), ErrorCode.BET_SAME_SIDE);
        alice.bets(PLAYER, 9000L).heard(taken(), new GameBetNotify(1, PLAYER, 9000));
        alice.bets(BANKER, 9000L).heard(taken(), new GameBetNotify(1, BANKER, 9000));
        assertEquals(1000, casino.wallet.balance("앨리스"));

        casino.pass(BETTING);
        GamePayoutNotify payout = alice.heard(GamePayoutNotify.class);
        assertEquals(BANKER, payout.side());
        assertEquals(9000, payout.bet());
    }

    @Test
    void whoComesDuringARoundBetsInTheNext() {
        begin();
        Player carol = casino.logIn("carol").forgets();
        casino.pass(Duration.ofSeconds(2));
        carol.says(new RoomEnterRequest(0));
        List<Packet> heard = carol.heard();
        assertEquals(betting(Duration.ofSeconds(3), 1), heard.get(heard.size() - 1));
        carol.isRefused(new GameBetRequest(1, 100L), ErrorCode.BET_INVALID_STATE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBetOfWhoLeavesOrVanishesIsPaid(boolean leaves) {
        begin();
        alice.bets(PLAYER, 500L).forgets();
        if (leaves) {
            alice.says(new RoomLeaveRequest()).forgets();
        } else {
            alice.vanishes();
        }
        bob.bets(PLAYER, 500L);
        long returned = bob.heard(GamePayoutNotify.class).returned();

        assertEquals(GRANTED - 500 + returned, casino.wallet.balance("앨리스"));
        assertEquals(leaves, alice.heard().stream().anyMatch(GamePayoutNotify.class::isInstance));
    }

    @Test
    void whoComesBackHearsWhatBecameOfTheBet() {
        begin();
        alice.bets(PLAYER, 500L).forgets();
        alice.vanishes();
        Player again = casino.logIn("앨리스");
        assertEquals(List.of(new LoginResponse(Result.SUCCESS)), again.heard());
        again.says(new RoomEnterRequest(0));
        assertTrue(again.heard().contains(new BalanceNotify(GRANTED - 500)));

        casino.pass(BETTING);

        assertEquals(500, again.heard(GamePayoutNotify.class).bet());
    }

    @Test
    void theNewerSessionPlaysOn() {
        begin();
        alice.bets(PLAYER, 500L).forgets();
        Player newer = casino.seat("앨리스", 0);
        casino.pass(BETTING);

        assertEquals(500, newer.heard(GamePayoutNotify.class).bet());
        assertTrue(alice.heard().stream().noneMatch(GamePayoutNotify.class::isInstance));
    }

    @Test
    void aRoundThatEverybodyHasLeftIsPlayedToItsEnd() {
        begin();
        alice.bets(TIE, 500L);
        alice.vanishes();
        bob.vanishes();
        Player carol = casino.seat("carol", 0);
        casino.pass(RESULT);
        casino.seat("dave", 0);
        assertEquals(
                new GameStartResponse(Result.SUCCESS), carol.forgets().starts().heard().get(0));
    }

    @Test
    void aServerThatStopsRefundsTheRound() {
        begin();
        alice.bets(PLAYER, 200L).forgets();
        bob.forgets();

        casino.drain();

        alice.heard(new GamePayoutNotify(PLAYER, 200, 200, GRANTED), waiting(1));
        bob.heard(waiting(1));
        alice.isRefused(new GameStartRequest(), ErrorCode.SERVER_DRAINING);
        alice.isRefused(new GameBetRequest(1, 100L), ErrorCode.BET_INVALID_STATE);
    }
}
