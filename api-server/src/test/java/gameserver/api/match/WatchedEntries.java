package gameserver.api.match;

import gameserver.api.state.ExpiringEntries;
import java.time.Duration;
import java.util.Optional;

/** Entries that count how often somebody tries to have a room. */
final class WatchedEntries implements ExpiringEntries {
    private final ExpiringEntries entries;
    private final Runnable onClaim;
    private int claims;

    /**
     * Around {@code entries}.
     *
     * @param onClaim happens before each claim
     */
    WatchedEntries(ExpiringEntries entries, Runnable onClaim) {
        this.entries = entries;
        this.onClaim = onClaim;
    }

    /** Since the last time that this was asked. */
    int takeClaims() {
        int count = claims;
        claims = 0;
        return count;
    }

    @Override
    public boolean claim(String key, Duration life) {
        claims++;
        onClaim.run();
        return entries.claim(key, life);
    }

    @Override
    public long increment(String key, Duration life) {
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
