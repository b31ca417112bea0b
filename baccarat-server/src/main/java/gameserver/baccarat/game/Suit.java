package gameserver.baccarat.game;

/** The suits, in the order in which the wire numbers the cards. They mean nothing in this game. */
public enum Suit {
    SPADE('♠'),
    DIAMOND('♦'),
    CLUB('♣'),
    HEART('♥');

    private final char symbol;

    Suit(char symbol) {
        this.symbol = symbol;
    }

    /** As it is printed on a card. */
    public char symbol() {
        return symbol;
    }
}
