package gameserver.baccarat.game;

import java.util.Optional;

/** What one can bet on, which is also how a coup can end. */
public enum Side {
    PLAYER(1),
    BANKER(2),
    TIE(3);

    private final int number;

    Side(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The side with this number, if there is one. */
    public static Optional<Side> of(int number) {
        return switch (number) {
            case 1 -> Optional.of(PLAYER);
            case 2 -> Optional.of(BANKER);
            case 3 -> Optional.of(TIE);
            default -> Optional.empty();
        };
    }
}
