package gameserver.net.metrics;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Prometheus' text format, version 0.0.4, line by line, and is strict about it. */
final class MetricsText {
    private static final Pattern COMMENT =
            Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final String LABEL =
            "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "([a-zA-Z_:][a-zA-Z0-9_:]*(?:\\{"
                            + LABEL
                            + "(?:,"
                            + LABEL
                            + ")*,?\\})?) (NaN|[+-]Inf|[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)");

    private final Map<String, Double> samples = new HashMap<>();
    private final Set<String> typed = new HashSet<>();

    MetricsText(String text) {
        assertTrue(text.endsWith("\n"), "the last line is not ended");
        text.lines().filter(line -> !line.isEmpty()).forEach(this::read);
    }

    private void read(String line) {
        Matcher comment = COMMENT.matcher(line);
        Matcher sample = SAMPLE.matcher(line);
        if (comment.matches()) {
            boolean first = !comment.group(1).equals("TYPE") || typed.add(comment.group(2));
            assertTrue(first, () -> "a second TYPE: " + line);
        } else {
            assertTrue(sample.matches(), () -> "no line of Prometheus' format: " + line);
            boolean first = samples.put(sample.group(1), number(sample.group(2))) == null;
            assertTrue(first, () -> "a second sample: " + line);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    /** The value of a series, labels included; NaN when it is not there. */
    double value(String series) {
        return samples.getOrDefault(series, Double.NaN);
    }

    Set<String> series() {
        return samples.keySet();
    }
}
