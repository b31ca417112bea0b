package gameserver.api.state;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/** Entries in a concurrent map that forgets what has expired. */
final class MemoryEntries implements ExpiringEntries {
    /** Some 300 MB. Over that, those go first that nobody has asked for lately. */
    private static final int MOST_ENTRIES = 1_000_000;

    private record Entry(String value, Duration life) {}

    private final Cache<String, Entry> entries;

    MemoryEntries(InstantSource clock) {
        entries =
                Caffeine.newBuilder()
                        .maximumSize(MOST_ENTRIES)
                        .expireAfter(Expiry.<String, Entry>creating((key, entry) -> entry.life))
                        .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                        .build();
    }

    @Override
    public void put(String key, String value, Duration life) {
        entries.put(key, new Entry(value, life));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(entries.getIfPresent(key)).map(Entry::value);
    }

    @Override
    public Optional<String> take(String key) {
        return Optional.ofNullable(entries.asMap().remove(key)).map(Entry::value);
    }

    @Override
    public void remove(String key) {
        entries.invalidate(key);
    }

    @Override
    public boolean claim(String key, Duration life) {
        return entries.asMap().putIfAbsent(key, new Entry("", life)) == null;
    }

    @Override
    public long increment(String key, Duration life) {
        Entry sum =
                entries.asMap()
                        .merge(
                                key,
                                new Entry("1", life),
                                (old, one) ->
                                        new Entry("" + (Long.parseLong(old.value) + 1), old.life));
        return Long.parseLong(Objects.requireNonNull(sum).value);
    }

    @Override
    public Duration timeLeft(String key) {
        return entries.policy()
                .expireVariably()
                .flatMap(policy -> policy.getExpiresAfter(key))
                .orElse(Duration.ZERO);
    }
}
