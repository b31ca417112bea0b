package gameserver.baccarat.game;

import java.util.random.RandomGenerator;

/**
 * The cards that are played with, in the order in which they will be dealt. Not thread-safe; its
 * table owns it.
 */
public final class Shoe {
    /** More than any casino uses. */
    public static final int MAX_DECKS = 100;

    /** So many cards are behind the cut card: enough for the round in which it comes. */
    static final int BEHIND_CUT_CARD = 16;

    private final Card[] cards;
    private final RandomGenerator random;
    private int dealt;

    /**
     * A shuffled shoe.
     *
     * @param random a {@link java.security.SecureRandom}, unless it is for a test: cards that
     *     somebody can predict are no game
     */
    public Shoe(int decks, RandomGenerator random) {
        if (decks < 1 || decks > MAX_DECKS) {
            throw new IllegalArgumentException(decks + " decks are not 1 to " + MAX_DECKS);
        }
        this.random = random;
        this.cards = new Card[decks * Card.DECK.size()];
        for (int i = 0; i < cards.length; i++) {
            cards[i] = Card.DECK.get(i % Card.DECK.size());
        }
        shuffle(cards, random);
    }

    /**
     * Puts all cards back and shuffles them, if the cut card has come. For between two rounds.
     *
     * @return whether it has
     */
    public boolean shuffleAtCutCard() {
        if (cards.length - dealt > BEHIND_CUT_CARD) {
            return false;
        }
        shuffle(cards, random);
        dealt = 0;
        return true;
    }

    /** Takes the next card. There is one as long as nobody forgets to shuffle between rounds. */
    Card draw() {
        if (dealt == cards.length) {
            throw new IllegalStateException("the shoe is empty");
        }
        return cards[dealt++];
    }

    /** Fisher and Yates: every order is equally likely if the numbers of {@code random} are. */
    static void shuffle(Object[] items, RandomGenerator random) {
        for (int last = items.length - 1; last > 0; last--) {
            int chosen = random.nextInt(last + 1);
            Object moved = items[last];
            items[last] = items[chosen];
            items[chosen] = moved;
        }
    }
}
