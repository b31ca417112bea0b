package gameserver.wallet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until a test moves it. Any thread. */
final class ManualClock implements InstantSource {
    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /** For one thread at a time. */
    void advance(Duration time) {
        now = now.plus(time);
    }
}
