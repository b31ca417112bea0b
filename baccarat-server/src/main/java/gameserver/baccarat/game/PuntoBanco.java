package gameserver.baccarat.game;

import java.util.function.Supplier;

/**
 * How the cards are dealt. Nobody decides anything:
 *
 * <ol>
 *   <li>Player and banker get two cards each, by turns, the player first.
 *   <li>If either has 8 or 9, a natural, that is all.
 *   <li>The player draws a third card with a score up to 5.
 *   <li>The banker draws by the table below; where the player has not drawn, with a score up to 5.
 * </ol>
 *
 * <pre>
 *   banker's    draws when the player's third card
 *   score       counts
 *   0, 1, 2     anything
 *   3           anything but 8
 *   4           2 to 7
 *   5           4 to 7
 *   6           6 or 7
 *   7           nothing
 * </pre>
 */
public final class PuntoBanco {
    /** So many cards are enough for any coup. */
    public static final int MOST_CARDS = 6;

    private static final int DRAWS_UP_TO = 5;

    private PuntoBanco() {}

    /** Deals one coup from {@code shoe}. */
    public static Coup deal(Supplier<Card> shoe) {
        Card first = shoe.get();
        Card second = shoe.get();
        Hand player = Hand.of(first, shoe.get());
        Hand banker = Hand.of(second, shoe.get());
        if (player.isNatural() || banker.isNatural()) {
            return new Coup(player, banker);
        }
        if (player.score() > DRAWS_UP_TO) {
            boolean draws = banker.score() <= DRAWS_UP_TO;
            return new Coup(player, draws ? banker.with(shoe.get()) : banker);
        }
        Card third = shoe.get();
        boolean draws = bankerDraws(banker.score(), third.points());
        return new Coup(player.with(third), draws ? banker.with(shoe.get()) : banker);
    }

    /** The table; {@code third} is what the player's third card counts. */
    private static boolean bankerDraws(int score, int third) {
        return switch (score) {
            case 0, 1, 2 -> true;
            case 3 -> third != 8;
            case 4 -> third >= 2 && third <= 7;
            case 5 -> third >= 4 && third <= 7;
            case 6 -> third == 6 || third == 7;
            default -> false;
        };
    }
}
