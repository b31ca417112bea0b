package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShoeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 8, Shoe.MAX_DECKS})
    void holdsEveryCardOfEveryDeck(int decks) {
        Shoe shoe = new Shoe(decks, new SecureRandom());

        assertEquals(sorted(decks), sorted(draw(shoe, decks * 52)));
        assertThrows(IllegalStateException.class, shoe::draw);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Shoe.MAX_DECKS + 1, Integer.MAX_VALUE})
    void needsADeckAndNotTooMany(int decks) {
        assertThrows(
                IllegalArgumentException.class, () -> new Shoe(decks, new SplittableRandom(1)));
    }

    @Test
    void isShuffledWhenTheCutCardHasComeAndNotBefore() {
        Shoe shoe = new Shoe(1, new SplittableRandom(1));
        int beforeCutCard = 52 - Shoe.BEHIND_CUT_CARD;

        List<Card> first = draw(shoe, beforeCutCard - 1);
        assertFalse(shoe.shuffleAtCutCard());
        first.addAll(draw(shoe, 1));
        assertTrue(shoe.shuffleAtCutCard());
        assertFalse(shoe.shuffleAtCutCard());

        List<Card> second = draw(shoe, 52);
        assertEquals(sorted(1), sorted(second));
        assertNotEquals(first, second.subList(0, beforeCutCard));
    }

    @Test
    void hasEnoughCardsBehindTheCutCardForARound() {
        assertTrue(Shoe.BEHIND_CUT_CARD >= PuntoBanco.MOST_CARDS);
        Shoe shoe = new Shoe(1, new SplittableRandom(1));

        for (int round = 0; round < 10_000; round++) {
            shoe.shuffleAtCutCard();
            draw(shoe, PuntoBanco.MOST_CARDS);
        }
    }

    @Test
    void dealsTheSameCardsFromTheSameChance() {
        assertEquals(
                draw(new Shoe(8, new SplittableRandom(7)), 416),
                draw(new Shoe(8, new SplittableRandom(7)), 416));
        assertNotEquals(
                draw(new Shoe(8, new SplittableRandom(7)), 416),
                draw(new Shoe(8, new SplittableRandom(8)), 416));
    }

    private static List<Card> draw(Shoe shoe, int cards) {
        List<Card> drawn = new ArrayList<>();
        for (int i = 0; i < cards; i++) {
            drawn.add(shoe.draw());
        }
        return drawn;
    }

    private static List<Integer> sorted(List<Card> cards) {
        return cards.stream().map(Card::index).sorted().toList();
    }

    private static List<Integer> sorted(int decks) {
        return IntStream.range(0, decks * 52).map(i -> i / decks).boxed().toList();
    }
}
