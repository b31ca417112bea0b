package gameserver.client.load;

import gameserver.net.options.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a load has seen.
 *
 * @param latencies in nanoseconds, of the messages that were meant to be sent while measuring
 * @param replies right ones that came while measuring
 * @param wrong replies that were not what was sent, or not in the same order
 * @param lost connections that the server has ended
 * @param unanswered messages without a reply
 * @param firstProblem of all; null when there was none
 */
record LoadResult(
        LoadPlan plan,
        Histogram latencies,
        long replies,
        long wrong,
        long lost,
        long unanswered,
        @Nullable String firstProblem) {

    /** What one event loop has seen. */
    record Part(
            Histogram latencies,
            long replies,
            long wrong,
            long lost,
            long unanswered,
            @Nullable String firstProblem) {}

    static LoadResult of(LoadPlan plan, List<Part> parts) {
        Histogram latencies = new Histogram(3);
        parts.forEach(part -> latencies.add(part.latencies()));
        return new LoadResult(
                plan,
                latencies,
                parts.stream().mapToLong(Part::replies).sum(),
                parts.stream().mapToLong(Part::wrong).sum(),
                parts.stream().mapToLong(Part::lost).sum(),
                parts.stream().mapToLong(Part::unanswered).sum(),
                parts.stream()
                        .map(Part::firstProblem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    }

    boolean isFlawless() {
        return wrong == 0 && lost == 0 && unanswered == 0;
    }

    double repliesPerSecond() {
        return replies / seconds(plan.duration());
    }

    double micros(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }

    double maxMicros() {
        return latencies.getMaxValue() / 1e3;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** For people. */
    String toText() {
        String loop =
                plan.isOpenLoop()
                        ? "open loop at %d messages/s; latency from the intended send time"
                                .formatted(plan.ratePerSecond())
                        : "closed loop with %d in flight".formatted(plan.inFlight());
        return """
        echo        %d connections, %d bytes, %s
        throughput  %.0f messages/s, %d messages in %s
        latency     p50 %s  p90 %s  p99 %s  p99.9 %s  max %s
        errors      %s
        """
                .formatted(
                        plan.connections(),
                        plan.payloadBytes(),
                        loop,
                        repliesPerSecond(),
                        replies,
                        Durations.format(plan.duration()),
                        readable(micros(50)),
                        readable(micros(90)),
                        readable(micros(99)),
                        readable(micros(99.9)),
                        readable(maxMicros()),
                        errors());
    }

    private static String readable(double micros) {
        return micros < 1000
                ? String.format(Locale.ROOT, "%.0f µs", micros)
                : String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }

    private String errors() {
        return isFlawless()
                ? "none"
                : "%d wrong replies, %d lost connections, %d messages unanswered%s"
                        .formatted(
                                wrong,
                                lost,
                                unanswered,
                                firstProblem == null ? "" : " (first: " + firstProblem + ")");
    }

    /** For programs: one object on one line. */
    String toJson() {
        return String.format(
                Locale.ROOT,
                "{\"load\":\"echo\",\"loop\":\"%s\",\"connections\":%d,\"inFlight\":%d,"
                        + "\"payloadBytes\":%d,\"ratePerSecond\":%d,\"threads\":%d,"
                        + "\"warmupSeconds\":%.3f,\"durationSeconds\":%.3f,"
                        + "\"messages\":%d,\"messagesPerSecond\":%.1f,"
                        + "\"latencyMicros\":{\"mean\":%.1f,\"p50\":%.1f,\"p90\":%.1f,"
                        + "\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f},"
                        + "\"errors\":{\"wrongReplies\":%d,\"lostConnections\":%d,"
                        + "\"unanswered\":%d}}%n",
                plan.isOpenLoop() ? "open" : "closed",
                plan.connections(),
                plan.inFlight(),
                plan.payloadBytes(),
                plan.ratePerSecond(),
                plan.threads(),
                seconds(plan.warmup()),
                seconds(plan.duration()),
                replies,
                repliesPerSecond(),
                latencies.getMean() / 1e3,
                micros(50),
                micros(90),
                micros(99),
                micros(99.9),
                maxMicros(),
                wrong,
                lost,
                unanswered);
    }
}
