package gameserver.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * How many requests each client address may send: a token bucket that holds two seconds' worth. Any
 * thread.
 */
final class RequestRate {
    private static final double NANOS_PER_SECOND = 1e9;

    /** Over that, addresses that have been silent longest start anew with a full bucket. */
    private static final int MOST_ADDRESSES = 100_000;

    private final int perSecond;
    private final InstantSource clock;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).build();

    /** What was in the bucket at a time. */
    private record Bucket(double tokens, Instant at) {}

    /**
     * @param perSecond 0 for any number
     */
    RequestRate(int perSecond, InstantSource clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether {@code address} may send one more request now. */
    boolean allows(String address) {
        if (perSecond == 0) {
            return true;
        }
        Instant now = clock.instant();
        Bucket bucket =
                buckets.asMap()
                        .compute(
                                address,
                                (key, old) ->
                                        old == null
                                                ? new Bucket(2.0 * perSecond - 1, now)
                                                : refill(old, now));
        return Objects.requireNonNull(bucket).tokens >= 0;
    }

    /** Adds what has been earned and takes one. An empty bucket is not owed anything. */
    private Bucket refill(Bucket old, Instant now) {
        double seconds = Duration.between(old.at, now).toNanos() / NANOS_PER_SECOND;
        double tokens = Math.min(Math.max(0, old.tokens) + seconds * perSecond, 2.0 * perSecond);
        return new Bucket(tokens - 1, now);
    }
}
