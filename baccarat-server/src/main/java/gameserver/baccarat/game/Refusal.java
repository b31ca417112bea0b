package gameserver.baccarat.game;

/** Why a table does not do what somebody asks for, with the codes of the protocol. */
public enum Refusal {
    /** A round is running, or its cards are still on the table. */
    GAME_START_INVALID_STATE(171),
    GAME_START_NOT_ENOUGH_USERS(172),
    GAME_START_NOT_HOST(173),
    /** No bets are taken, or none of who has come during the round. */
    BET_INVALID_STATE(182),
    BET_INVALID_SIDE(183),
    /** Exactly this bet is placed already. */
    BET_SAME_SIDE(184),
    BET_INVALID_AMOUNT(185);

    private final int code;

    Refusal(int code) {
        this.code = code;
    }

    /** The error code on the wire. */
    public int code() {
        return code;
    }
}
