package gameserver.baccarat.game;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Supplier;

/** Cards that a test has chosen. */
final class Cards {
    private Cards() {}

    /** A card of the given points; which one does not matter. */
    static Card worth(int points) {
        return Card.DECK.stream().filter(card -> card.points() == points).findFirst().orElseThrow();
    }

    /** A shoe with cards of these points, in this order, and no more. */
    static Supplier<Card> shoe(int... points) {
        Deque<Card> cards = new ArrayDeque<>(Arrays.stream(points).mapToObj(Cards::worth).toList());
        return cards::remove;
    }
}
