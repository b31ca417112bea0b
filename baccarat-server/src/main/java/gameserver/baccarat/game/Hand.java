package gameserver.baccarat.game;

import java.util.List;

/** The two or three cards of one side, in the order in which they were dealt. */
public record Hand(List<Card> cards) {
    private static final int NATURAL = 8;

    /** Refuses what is not a hand. */
    public Hand {
        cards = List.copyOf(cards);
        if (cards.size() < 2 || cards.size() > 3) {
            throw new IllegalArgumentException(cards + " are not two or three cards");
        }
    }

    static Hand of(Card... cards) {
        return new Hand(List.of(cards));
    }

    /** This hand of two cards and a third. */
    Hand with(Card third) {
        return of(cards.get(0), cards.get(1), third);
    }

    /** The last digit of the sum of the points. */
    public int score() {
        int sum = 0;
        for (Card card : cards) {
            sum += card.points();
        }
        return sum % 10;
    }

    /** Whether two cards make 8 or 9, after which nobody draws. */
    public boolean isNatural() {
        return cards.size() == 2 && score() >= NATURAL;
    }
}
