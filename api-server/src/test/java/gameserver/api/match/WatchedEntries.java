package gameserver.api.match;

import gameserver.api.state.ExpiringEntries;
import java.time.Duration;
import java.util.Optional;

/** Entries that count how often somebody tries to have a room. */
final class WatchedEntries implements ExpiringEntries {
    private final ExpiringEntries entries;
    private final Runnable onIncrement;
    private int increments;

    /**
     * Around {@code entries}.
     *
     * @param onIncrement happens before each increment
     */
    WatchedEntries(ExpiringEntries entries, Runnable onIncrement) {
        this.entries = entries;
        this.onIncrement = onIncrement;
    }

    /** Since the last time that this was asked. */
    int takeIncrements() {
        int count = increments;
        increments = 0;
        return count;
    }

    @Override
    public long increment(String key, Duration life) {
        increments++;
        onIncrement.run();
        return entries.increment(key, life);
    }

    @Override
    public void put(String key, String value, Duration life) {
        entries.put(key, value, life);
    }

    @Override
    public Optional<String> get(String key) {
        return entries.get(key);
    }

    @Override
    public Optional<String> take(String key) {
        return entries.take(key);
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public Duration timeLeft(String key) {
        return entries.timeLeft(key);
    }
}
