package gameserver.net.launch;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are not on the command line come from the environment, where it has them. */
public final class EnvironmentDefaults implements IDefaultValueProvider {
    private final Map<String, String> environment;

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    /** {@code GAME_MAX_SESSIONS} for {@code --max-sessions}. */
    static String variable(OptionSpec option) {
        return "GAME_"
                + option.longestName()
                        .replaceFirst("^-+", "")
                        .replace('-', '_')
                        .toUpperCase(Locale.ROOT);
    }

    boolean has(OptionSpec option) {
        return !environment.getOrDefault(variable(option), "").isEmpty();
    }

    /** Null leaves the option its built-in default. */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option && has(option)
                ? environment.get(variable(option))
                : null;
    }
}
