package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import java.util.List;

/**
 * The cards of a round, and who has won.
 *
 * @param bankerCards three numbers 0..51, in the order of dealing; {@link #NO_CARD} for a third
 *     card that was not dealt
 * @param playerCards the same of the player
 * @param playerScore 0..9
 * @param bankerScore 0..9
 * @param winner 1 player, 2 banker, 3 tie
 */
public record GameResultNotify(
        List<Integer> bankerCards,
        List<Integer> playerCards,
        int playerScore,
        int bankerScore,
        int winner)
        implements Packet {
    public static final PacketType<GameResultNotify> TYPE =
            PacketType.toClient(
                    764, "GAME_RESULT_NTF", GameResultNotify.class, GameResultNotify::read);

    /** In the place of a card. */
    public static final int NO_CARD = -1;

    private static final int CARDS = 3;

    /** Keeps copies of the lists. */
    public GameResultNotify {
        bankerCards = List.copyOf(bankerCards);
        playerCards = List.copyOf(playerCards);
        if (bankerCards.size() != CARDS || playerCards.size() != CARDS) {
            throw new IllegalArgumentException("a hand has " + CARDS + " places for cards");
        }
    }

    private static List<Integer> cards(String field, BodyReader in) {
        return List.of(in.int8(field), in.int8(field), in.int8(field));
    }

    private static GameResultNotify read(BodyReader in) {
        return new GameResultNotify(
                cards("BankerCard", in),
                cards("PlayerCard", in),
                in.int8("PlayerScore"),
                in.int8("BankerScore"),
                in.int8("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        bankerCards.forEach(card -> out.int8("BankerCard", card));
        playerCards.forEach(card -> out.int8("PlayerCard", card));
        out.int8("PlayerScore", playerScore);
        out.int8("BankerScore", bankerScore);
        out.int8("Result", winner);
    }

    @Override
    public PacketType<GameResultNotify> type() {
        return TYPE;
    }
}
