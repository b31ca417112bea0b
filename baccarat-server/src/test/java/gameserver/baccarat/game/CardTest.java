package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardTest {
    @Test
    void areNumberedSuitBySuit() {
        assertEquals(
                "A♠ 2♠ 3♠ 4♠ 5♠ 6♠ 7♠ 8♠ 9♠ 10♠ J♠ Q♠ K♠ A♦ 2♦ 3♦ 4♦ 5♦ 6♦ 7♦ 8♦ 9♦ 10♦ J♦ Q♦ K♦"
                        + " A♣ 2♣ 3♣ 4♣ 5♣ 6♣ 7♣ 8♣ 9♣ 10♣ J♣ Q♣ K♣"
                        + " A♥ 2♥ 3♥ 4♥ 5♥ 6♥ 7♥ 8♥ 9♥ 10♥ J♥ Q♥ K♥",
                Card.DECK.stream().map(Card::toString).collect(Collectors.joining(" ")));
        assertEquals(
                IntStream.range(0, 52).boxed().toList(),
                Card.DECK.stream().map(Card::index).toList());
    }

    @Test
    void countTheirNumberAndNothingFromTenOn() {
        for (Suit suit : Suit.values()) {
            assertEquals(
                    List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 0),
                    Card.DECK.stream()
                            .filter(card -> card.suit() == suit)
                            .map(Card::points)
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"0,0,0,0", "9,0,0,9", "5,5,0,0", "9,9,9,7", "1,2,3,6", "8,8,0,6"})
    void makeAScoreOfOneDigit(int first, int second, int third, int score) {
        Hand hand = Hand.of(Cards.worth(first), Cards.worth(second), Cards.worth(third));

        assertEquals(score, hand.score());
    }

    @ParameterizedTest
    @CsvSource({"0,7,false", "0,8,true", "9,0,true", "9,9,true", "9,2,false"})
    void areANaturalWhenTwoMakeEightOrNine(int first, int second, boolean natural) {
        Hand two = Hand.of(Cards.worth(first), Cards.worth(second));

        assertEquals(natural, two.isNatural());
        assertFalse(two.with(Cards.worth(0)).isNatural());
    }

    @Test
    void areTwoOrThreeInAHand() {
        Card card = Cards.worth(1);

        assertThrows(IllegalArgumentException.class, () -> Hand.of());
        assertThrows(IllegalArgumentException.class, () -> Hand.of(card));
        assertThrows(IllegalArgumentException.class, () -> Hand.of(card, card, card, card));
    }
}
