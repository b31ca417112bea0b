package gameserver.baccarat;

import gameserver.baccarat.game.Card;
import gameserver.baccarat.game.Coup;
import gameserver.baccarat.game.Hand;
import gameserver.baccarat.game.Refusal;
import gameserver.baccarat.game.TableView;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.net.packet.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/** What the game says, in the words of the protocol. */
final class Notices {
    private static final int CARDS = 3;

    private Notices() {}

    static GameStateNotify state(TableView view) {
        return new GameStateNotify(view.state().number(), view.millisLeft(), view.round());
    }

    static GameResultNotify result(Coup coup) {
        return new GameResultNotify(
                cards(coup.banker()),
                cards(coup.player()),
                coup.player().score(),
                coup.banker().score(),
                coup.winner().number());
    }

    private static List<Integer> cards(Hand hand) {
        List<Integer> cards = new ArrayList<>(hand.cards().stream().map(Card::index).toList());
        while (cards.size() < CARDS) {
            cards.add(GameResultNotify.NO_CARD);
        }
        return cards;
    }

    static ErrorCode error(Refusal refusal) {
        return ErrorCode.of(refusal.code()).orElseThrow();
    }
}
