package gameserver.client.load;

/**
 * Moments by {@link System#nanoTime}, the oldest first. Holds as many as there have been at a time:
 * a power of two, so that a place is found without a division, and no object for each.
 *
 * <p>Belongs to one thread.
 */
final class MomentQueue {
    private long[] ring = new long[4];
    private long added;
    private long removed;

    void add(long moment) {
        if (added - removed == ring.length) {
            grow();
        }
        ring[place(added, ring)] = moment;
        added++;
    }

    private void grow() {
        long[] larger = new long[2 * ring.length];
        for (long i = removed; i < added; i++) {
            larger[place(i, larger)] = ring[place(i, ring)];
        }
        ring = larger;
    }

    private static int place(long index, long[] ring) {
        return (int) index & ring.length - 1;
    }

    /** Whether there is one, and that is the oldest. */
    boolean beginsWith(long moment) {
        return removed < added && ring[place(removed, ring)] == moment;
    }

    /** Removes the oldest. There has to be one. */
    void remove() {
        removed++;
    }
}
