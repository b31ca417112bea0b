package gameserver.client.load;

import java.time.Duration;

/**
 * What load is to be made.
 *
 * @param inFlight messages that one connection has on the way in the closed loop
 * @param payloadBytes of a message
 * @param duration of what is measured, after {@code warmup}
 * @param ratePerSecond messages of all connections together, sent on schedule: the open loop; 0:
 *     the closed loop, where each answer brings the next message
 */
record LoadPlan(
        LoadKind kind,
        int inFlight,
        int payloadBytes,
        Duration warmup,
        Duration duration,
        long ratePerSecond,
        int threads) {

    static final int MOST_CONNECTIONS = 1_000_000;

    LoadPlan {
        check("--in-flight", inFlight, 1, 1_000_000);
        check("--payload", payloadBytes, kind.leastPayload(), kind.mostPayload());
        check("--rate", ratePerSecond, 0, 100_000_000);
        check("--threads", threads, 1, 1024);
        if (duration.isZero()) {
            throw new IllegalArgumentException("--duration: must be longer than 0");
        }
    }

    static void check(String option, long value, long least, long greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(
                    "%s: %d is not in %d..%d".formatted(option, value, least, greatest));
        }
    }

    boolean isOpenLoop() {
        return ratePerSecond > 0;
    }

    /** Who sends what and when, in one line for people. */
    String toText() {
        String loop =
                isOpenLoop()
                        ? "open loop at %d messages/s; latency from the intended send time"
                                .formatted(ratePerSecond)
                        : "closed loop with %d in flight".formatted(inFlight);
        return "%s, %d bytes, %s".formatted(kind.crowd(), payloadBytes, loop);
    }

    /** Of one run. */
    Duration whole() {
        return warmup.plus(duration);
    }

    /** When what happens; all by {@link System#nanoTime}. */
    record Timetable(long start, long measureFrom, long end) {
        boolean isMeasured(long nanos) {
            return nanos - measureFrom >= 0 && nanos - end < 0;
        }
    }

    Timetable timetable(long start) {
        long measureFrom = start + warmup.toNanos();
        return new Timetable(start, measureFrom, measureFrom + duration.toNanos());
    }
}
