package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStartNotify;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GameViewTest {
    private final GameView view = new GameView(Style.PLAIN, id -> id == 2 ? "하늘" : "user " + id);

    private Optional<String> see(Packet packet) {
        return view.see(new Frame(Direction.RECEIVED, Instant.EPOCH, Bytes.of(), packet));
    }

    private void shows(String line, Packet packet) {
        assertEquals(Optional.of(line), see(packet));
    }

    @Test
    void showsHowTheTableIs() {
        shows("* you have 1000000 chips", new BalanceNotify(1_000_000));
        shows("* the table is free; who was here first says 'start'", new GameStateNotify(1, 0, 0));
        shows(
                "* round 7: 5 s for 'bet player', 'bet banker' or 'bet tie', with an amount or not",
                new GameStateNotify(2, 4001, 7));
        shows("* the next round can begin in 10 s", new GameStateNotify(3, 10_000, 7));
        shows("* 하늘 bets 500 on banker", new GameBetNotify(2, 2, 500));
    }

    @Test
    void showsTheCards() {
        shows(
                "* player 7♠ J♦ = 7, banker K♦ 4♣ Q♥ = 4: player wins",
                new GameResultNotify(List.of(25, 29, 50), List.of(6, 23, -1), 7, 4, 1));
        shows(
                "* player A♠ 2♠ = 3, banker A♠ 2♠ = 3: a tie",
                new GameResultNotify(List.of(0, 1, -1), List.of(0, 1, -1), 3, 3, 3));
    }

    @Test
    void showsWhatBecameOfTheBet() {
        shows(
                "* your 100 on banker won 95; you have 1095 chips",
                new GamePayoutNotify(2, 100, 195, 1095));
        shows(
                "* your 100 on player are lost; you have 900 chips",
                new GamePayoutNotify(1, 100, 0, 900));
        shows(
                "* your 100 on player come back; you have 1000 chips",
                new GamePayoutNotify(1, 100, 100, 1000));
    }

    @Test
    void showsWhatIsRefusedAndOnlyThat() {
        shows("", new GameStartResponse(Result.SUCCESS));
        shows("", new GameStartNotify());
        shows("", new GameBetResponse(Result.SUCCESS));
        shows(
                "[bet refused: 186 BET_NOT_ENOUGH_BALANCE, you don't have so many chips]",
                new GameBetResponse(Result.of(ErrorCode.BET_NOT_ENOUGH_BALANCE)));
        shows(
                "[start refused: 173 GAME_START_NOT_HOST,"
                        + " only who has been at the table longest starts]",
                new GameStartResponse(Result.of(ErrorCode.GAME_START_NOT_HOST)));
        assertEquals(Optional.empty(), see(new PingResponse(null)));
    }

    @Test
    void remembersTheTable() {
        see(new BalanceNotify(1000));
        see(new GameStateNotify(2, 5000, 7));
        see(new GameBetNotify(2, 2, 500));
        see(new GameBetNotify(3, 1, 100));
        see(new GameBetNotify(2, 3, 200));
        assertEquals(
                """
                round 7: 2 s for 'bet player', 'bet banker' or 'bet tie', with an amount or not
                  하늘 bets 200 on tie
                  user 3 bets 100 on player
                  you have 1000 chips, as far as you were told""",
                view.table(Instant.EPOCH.plusMillis(3500)));

        see(new GameResultNotify(List.of(25, 29, 50), List.of(6, 23, -1), 7, 4, 1));
        see(new GamePayoutNotify(1, 100, 200, 1100));
        see(new GameStateNotify(3, 10_000, 7));
        assertEquals(
                """
                the next round can begin in 0 s
                  하늘 bets 200 on tie
                  user 3 bets 100 on player
                  last cards: player 7♠ J♦ = 7, banker K♦ 4♣ Q♥ = 4: player wins
                  you have 1100 chips, as far as you were told""",
                view.table(Instant.EPOCH.plusSeconds(60)));

        see(new BalanceNotify(1100)); // At another table.
        see(new GameStateNotify(1, 0, 0));
        assertEquals(
                """
                the table is free; who was here first says 'start'
                  you have 1100 chips, as far as you were told""",
                view.table(Instant.EPOCH));
    }
}
