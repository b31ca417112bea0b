package gameserver.baccarat.game;

import java.util.ArrayList;
import java.util.List;

/** A card. There is one object for each of the 52, however many decks are played with. */
public final class Card {
    /** One of each, by index. */
    public static final List<Card> DECK = deck();

    private final int index;
    private final Suit suit;
    private final Rank rank;

    private Card(int index, Suit suit, Rank rank) {
        this.index = index;
        this.suit = suit;
        this.rank = rank;
    }

    private static List<Card> deck() {
        List<Card> deck = new ArrayList<>();
        for (Suit suit : Suit.values()) {
            for (Rank rank : Rank.values()) {
                deck.add(new Card(deck.size(), suit, rank));
            }
        }
        return List.copyOf(deck);
    }

    /** What the wire calls it: 0..51, suit by suit. */
    public int index() {
        return index;
    }

    /** Its suit. */
    public Suit suit() {
        return suit;
    }

    /** Its rank. */
    public Rank rank() {
        return rank;
    }

    /** What it adds to a hand. */
    public int points() {
        return rank.points();
    }

    @Override
    public String toString() {
        return rank.symbol() + suit.symbol();
    }
}
