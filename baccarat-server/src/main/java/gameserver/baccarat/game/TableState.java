package gameserver.baccarat.game;

/** What goes on at a table. */
public enum TableState {
    /** Nothing, until the host starts. */
    WAITING(1),
    /** Bets are taken. */
    BETTING(2),
    /** The cards of the last round are on the table. */
    RESULT(3);

    private final int number;

    TableState(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }
}
