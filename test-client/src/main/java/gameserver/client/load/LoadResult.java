package gameserver.client.load;

import gameserver.net.options.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What a load has seen.
 *
 * @param latencies in nanoseconds, of what came of the messages that were meant to be sent while
 *     measuring
 * @param heard how many of what is counted came right while measuring
 * @param wrong connections on which something came that was not what was sent, or not in order
 * @param lost connections that the server has ended
 * @param unanswered how much of what had to come did not
 * @param firstProblem of all; null when there was none
 * @param cpu seconds that the server's process took for each second of measuring; null if unknown
 */
record LoadResult(
        LoadPlan plan,
        Histogram latencies,
        long heard,
        long wrong,
        long lost,
        long unanswered,
        @Nullable String firstProblem,
        @Nullable Double cpu) {

    /** What one event loop has seen. */
    record Part(
            Histogram latencies,
            long heard,
            long wrong,
            long lost,
            long unanswered,
            @Nullable String firstProblem) {}

    static LoadResult of(LoadPlan plan, @Nullable Double cpu, List<Part> parts) {
        Histogram latencies = new Histogram(3);
        parts.forEach(part -> latencies.add(part.latencies()));
        return new LoadResult(
                plan,
                latencies,
                parts.stream().mapToLong(Part::heard).sum(),
                parts.stream().mapToLong(Part::wrong).sum(),
                parts.stream().mapToLong(Part::lost).sum(),
                parts.stream().mapToLong(Part::unanswered).sum(),
                parts.stream()
                        .map(Part::firstProblem)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                cpu);
    }

    boolean isFlawless() {
        return wrong == 0 && lost == 0 && unanswered == 0;
    }

    double perSecond() {
        return heard / seconds(plan.duration());
    }

    /** The CPU time of the server for each that was counted, if it is known. */
    OptionalDouble cpuMicros() {
        return cpu == null || heard == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(cpu * 1e6 / perSecond());
    }

    double micros(double percentile) {
        return latencies.getValueAtPercentile(percentile) / 1e3;
    }

    double maxMicros() {
        return latencies.getMaxValue() / 1e3;
    }

    /** For people. */
    String toText() {
        LoadKind kind = plan.kind();
        return """
        %-11s %s
        throughput  %.0f %s/s, %d in %s
        latency     p50 %s  p90 %s  p99 %s  p99.9 %s  max %s
        %serrors      %s
        """
                .formatted(
                        kind.name(),
                        plan.toText(),
                        perSecond(),
                        kind.counted(),
                        heard,
                        Durations.format(plan.duration()),
                        readable(micros(50)),
                        readable(micros(90)),
                        readable(micros(99)),
                        readable(micros(99.9)),
                        readable(maxMicros()),
                        cpuMicros().isPresent() ? "server CPU  " + cpuText() + "\n" : "",
                        errors());
    }

    /** The most important, without a line end. */
    String toShortText() {
        return "%.0f %s/s  p50 %s  p99 %s%s%s"
                .formatted(
                        perSecond(),
                        plan.kind().counted(),
                        readable(micros(50)),
                        readable(micros(99)),
                        cpuMicros().isPresent() ? "  CPU " + cpuText() : "",
                        isFlawless() ? "" : "  errors: " + errors());
    }

    private String cpuText() {
        return String.format(
                Locale.ROOT, "%.3f µs a %s", cpuMicros().orElseThrow(), plan.kind().countedOne());
    }

    private static String readable(double micros) {
        return micros < 1000
                ? String.format(Locale.ROOT, "%.0f µs", micros)
                : String.format(Locale.ROOT, "%.2f ms", micros / 1000);
    }

    private String errors() {
        return isFlawless()
                ? "none"
                : "%d wrong replies, %d lost connections, %d replies missing%s"
                        .formatted(
                                wrong,
                                lost,
                                unanswered,
                                firstProblem == null ? "" : " (first: " + firstProblem + ")");
    }

    /** For programs: one object, without a line end. */
    String toJson() {
        String cpuField =
                cpuMicros().isEmpty()
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "\"serverCpuMicrosEach\":%.4f,",
                                cpuMicros().getAsDouble());
        return String.format(
                Locale.ROOT,
                "{\"load\":\"%s\",\"loop\":\"%s\",%s,\"inFlight\":%d,"
                        + "\"payloadBytes\":%d,\"ratePerSecond\":%d,\"threads\":%d,"
                        + "\"warmupSeconds\":%.3f,\"durationSeconds\":%.3f,"
                        + "\"%s\":%d,\"%sPerSecond\":%.1f,%s"
                        + "\"latencyMicros\":{\"mean\":%.1f,\"p50\":%.1f,\"p90\":%.1f,"
                        + "\"p99\":%.1f,\"p999\":%.1f,\"max\":%.1f},"
                        + "\"errors\":{\"wrongReplies\":%d,\"lostConnections\":%d,"
                        + "\"unanswered\":%d}}",
                plan.kind().name(),
                plan.isOpenLoop() ? "open" : "closed",
                plan.kind().crowdJson(),
                plan.inFlight(),
                plan.payloadBytes(),
                plan.ratePerSecond(),
                plan.threads(),
                seconds(plan.warmup()),
                seconds(plan.duration()),
                plan.kind().counted(),
                heard,
                plan.kind().counted(),
                perSecond(),
                cpuField,
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

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
