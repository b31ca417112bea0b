package gameserver.wallet;

/**
 * What a user had at some moment. Answers of calls that go on at the same time come in any order;
 * of two balances of a user the one with more changes is the later one.
 *
 * @param chips without those that are held
 * @param changes how often chips had come or gone by then
 */
public record Balance(long chips, long changes) {
    /** Of who has no purse. */
    public static final Balance NONE = new Balance(0, 0);

    /** Whether this is what has become of {@code other}. */
    public boolean isLaterThan(Balance other) {
        return changes > other.changes;
    }
}
