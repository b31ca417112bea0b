package gameserver.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run of the fuzzer has come to, as its log tells it.
 *
 * @param edges branches of the server's code that were taken
 * @param inputs those that are kept, since each reaches something that the others do not
 * @param problem empty when nothing was found
 */
record FuzzResult(
        Target target, long executions, long perSecond, long edges, long inputs, String problem) {
    private static final Pattern EXECUTIONS = last("stat::number_of_executed_units: (\\d+)");
    private static final Pattern PER_SECOND = last("stat::average_exec_per_sec: +(\\d+)");
    private static final Pattern EDGES = last("cov: (\\d+)");
    private static final Pattern INPUTS = last("corp: (\\d+)/");
    private static final Pattern FILE = last("Test unit written to (\\S+)");

    /** From its message to the first line of the place where it was thrown. */
    private static final Pattern EXCEPTION =
            Pattern.compile("== Java Exception: (.*?)\\R(?=\\s+at |DEDUP)", Pattern.DOTALL);

    private static Pattern last(String text) {
        return Pattern.compile("(?s).*" + text);
    }

    static FuzzResult read(Target target, Path log, int exitCode) throws IOException {
        String text = Files.readString(log, StandardCharsets.ISO_8859_1);
        return new FuzzResult(
                target,
                number(EXECUTIONS, text),
                number(PER_SECOND, text),
                number(EDGES, text),
                number(INPUTS, text),
                exitCode == 0 ? "" : problem(text, log, exitCode));
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.lookingAt() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private static String problem(String text, Path log, int exitCode) {
        Matcher exception = EXCEPTION.matcher(text);
        Matcher file = FILE.matcher(text);
        return (exception.find() ? exception.group(1) : "the fuzzer ended with " + exitCode)
                + "\ninput: "
                + (file.lookingAt() ? file.group(1) : "none")
                + "\nlog: "
                + log.toAbsolutePath();
    }

    boolean isGood() {
        return problem.isEmpty();
    }

    String line() {
        return "%-45s %11d %9d %7d %7d  %s"
                .formatted(
                        target.name(),
                        executions,
                        perSecond,
                        edges,
                        inputs,
                        isGood() ? "" : "found something");
    }

    String finding() {
        return target.name() + "\n" + problem.indent(2);
    }
}
