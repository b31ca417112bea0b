package gameserver.wallet;

/**
 * All chips there are.
 *
 * @param balances of all users
 * @param held in rounds that are not over
 * @param granted to all users at their start
 * @param won by all users in all rounds together; negative when the bank has won
 */
public record Audit(long balances, long held, long granted, long won) {
    /** Whether no chip was lost, and none came from nowhere. */
    public boolean isRight() {
        return balances + held == granted + won;
    }
}
