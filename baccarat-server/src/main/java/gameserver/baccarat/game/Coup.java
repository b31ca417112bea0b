package gameserver.baccarat.game;

/** What the cards of a round have come to. */
public record Coup(Hand player, Hand banker) {
    /** The side with the higher score. */
    public Side winner() {
        int difference = player.score() - banker.score();
        if (difference == 0) {
            return Side.TIE;
        }
        return difference > 0 ? Side.PLAYER : Side.BANKER;
    }
}
