package gameserver.client.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Two servers under the same load, by turns: A, B, A, B.
 *
 * <p>What else goes on on a machine changes by the minute. By turns it meets both servers, so each
 * round compares two neighbours in time, and the ratio of B to A holds where seconds don't. How far
 * the rounds are apart says how much of a difference may be chance.
 *
 * @param rounds at least one
 */
record LoadComparison(List<Round> rounds) {

    /** The results of two runs, one after the other. */
    record Round(LoadResult a, LoadResult b) {}

    /** What B has for each of what A has: the middle one of all rounds, and those at the ends. */
    record Ratio(double median, double least, double most) {

        static Ratio of(List<Double> ratios) {
            List<Double> sorted = ratios.stream().sorted().toList();
            int size = sorted.size();
            double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
            return new Ratio(median, sorted.get(0), sorted.get(size - 1));
        }

        private String toText() {
            return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, least, most);
        }

        private String toJson() {
            return String.format(
                    Locale.ROOT,
                    "{\"median\":%.4f,\"least\":%.4f,\"most\":%.4f}",
                    median,
                    least,
                    most);
        }
    }

    LoadComparison {
        rounds = List.copyOf(rounds);
    }

    private long flawedRuns() {
        return rounds.stream()
                .mapToLong(r -> (r.a.isFlawless() ? 0 : 1) + (r.b.isFlawless() ? 0 : 1))
                .sum();
    }

    boolean isFlawless() {
        return flawedRuns() == 0;
    }

    /** By name, those that are known of every round. */
    Map<String, Ratio> ratios() {
        Map<String, Ratio> ratios = new LinkedHashMap<>();
        addRatio(ratios, "throughput", result -> OptionalDouble.of(result.perSecond()));
        addRatio(ratios, "p99", result -> OptionalDouble.of(result.micros(99)));
        addRatio(ratios, "server CPU", LoadResult::cpuMicros);
        return ratios;
    }

    private void addRatio(
            Map<String, Ratio> ratios, String name, Function<LoadResult, OptionalDouble> figure) {
        List<Double> each =
                rounds.stream()
                        .map(r -> figure.apply(r.b).orElse(0) / figure.apply(r.a).orElse(0))
                        .filter(ratio -> ratio > 0 && Double.isFinite(ratio))
                        .toList();
        if (each.size() == rounds.size()) {
            ratios.put(name, Ratio.of(each));
        }
    }

    /** For people. */
    String toText() {
        String lines =
                ratios().entrySet().stream()
                        .map(e -> "%-11s %s%n".formatted(e.getKey(), e.getValue().toText()))
                        .collect(Collectors.joining());
        String errors =
                isFlawless()
                        ? "none"
                        : "in %d of %d runs".formatted(flawedRuns(), 2 * rounds.size());
        return "B to A      median of %d rounds (least to most)%n%serrors      %s%n"
                .formatted(rounds.size(), lines, errors);
    }

    /** For programs: one object, without a line end. */
    String toJson() {
        String all =
                rounds.stream()
                        .map(r -> "{\"a\":%s,\"b\":%s}".formatted(r.a.toJson(), r.b.toJson()))
                        .collect(Collectors.joining(","));
        String ratios =
                ratios().entrySet().stream()
                        .map(
                                e ->
                                        "\"%s\":%s"
                                                .formatted(
                                                        jsonName(e.getKey()),
                                                        e.getValue().toJson()))
                        .collect(Collectors.joining(","));
        return "{\"rounds\":[%s],\"bToA\":{%s}}".formatted(all, ratios);
    }

    private static String jsonName(String name) {
        return name.equals("server CPU") ? "serverCpu" : name;
    }
}
