package gameserver.net.launch;

import gameserver.net.options.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The value of each option and where it came from. Secrets are masked. */
final class EffectiveConfig {
    private static final Pattern SECRET_NAME = Pattern.compile("secret|password|token");

    /**
     * User and password before the last @, whatever they contain, or a password that is a
     * parameter.
     */
    private static final Pattern URL_PASSWORD =
            Pattern.compile("(?<=://).*@|(?<=(secret|password|token)=)[^&]*");

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String option, String value, String origin) {}

    EffectiveConfig(ParseResult parsed, EnvironmentDefaults environment) {
        parsed.commandSpec().options().stream()
                .filter(option -> !option.hidden() && option.arity().max() > 0)
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .forEach(
                        option ->
                                entries.add(
                                        new Entry(
                                                option.longestName(),
                                                value(option),
                                                origin(option, parsed, environment))));
    }

    private static String value(OptionSpec option) {
        @Nullable Object value = option.getValue();
        if (value == null) {
            return "";
        }
        if (SECRET_NAME.matcher(option.longestName()).find()) {
            return "***";
        }
        if (value instanceof Duration duration) {
            return Durations.format(duration);
        }
        if (value instanceof Enum<?>) {
            return value.toString().toLowerCase(Locale.ROOT);
        }
        return URL_PASSWORD.matcher(value.toString()).replaceAll(EffectiveConfig::mask);
    }

    private static String mask(MatchResult secret) {
        return secret.group().endsWith("@") ? "***@" : "***";
    }

    private static String origin(
            OptionSpec option, ParseResult parsed, EnvironmentDefaults environment) {
        if (parsed.hasMatchedOption(option)) {
            boolean typed =
                    parsed.originalArgs().stream()
                            .anyMatch(
                                    arg ->
                                            arg.equals(option.longestName())
                                                    || arg.startsWith(option.longestName() + "="));
            return typed ? "command line" : "file";
        }
        if (environment.has(option)) {
            return EnvironmentDefaults.variable(option);
        }
        return "default";
    }

    /** A line for each option. */
    String toTable() {
        return entries.stream()
                .map(e -> "%-33s %-24s %s%n".formatted(e.option, e.value, e.origin))
                .collect(Collectors.joining());
    }

    /** All on one line, for the log. */
    @Override
    public String toString() {
        return entries.stream()
                .map(e -> e.option.substring(2) + "=" + e.value)
                .collect(Collectors.joining(" "));
    }
}
