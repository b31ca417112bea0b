package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The proof of the rules: whatever six cards come first from a shoe of eight decks, every order of
 * their ranks goes through them, and counts as often as there are cards to make it of. How often
 * each side wins then is known to the last coup.
 */
final class PuntoBancoCountTest {
    private static final int DECKS = 8;
    private static final int OF_EACH_RANK = 4 * DECKS;

    private static final List<Card> SPADES = Card.DECK.subList(0, 13);

    private final int[] left = new int[SPADES.size()];
    private final Card[] cards = new Card[PuntoBanco.MOST_CARDS];
    private final Map<Side, Long> wins = new EnumMap<>(Side.class);
    private int next;

    @Test
    void everySideWinsAsOftenAsItShould() {
        Arrays.fill(left, OF_EACH_RANK);

        count(0, 1, () -> cards[next++]);

        assertEquals(2_292_252_566_437_888L, wins.get(Side.BANKER));
        assertEquals(2_230_518_282_592_256L, wins.get(Side.PLAYER));
        assertEquals(475_627_426_473_216L, wins.get(Side.TIE));
        assertEquals(
                4_998_398_275_503_360L, wins.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Tries every rank for the card at {@code position}. */
    private void count(int position, long ways, Supplier<Card> shoe) {
        if (position == cards.length) {
            next = 0;
            wins.merge(PuntoBanco.deal(shoe).winner(), ways, Long::sum);
            return;
        }
        for (int rank = 0; rank < left.length; rank++) {
            cards[position] = SPADES.get(rank);
            long waysToHere = ways * left[rank]--;
            count(position + 1, waysToHere, shoe);
            left[rank]++;
        }
    }
}
