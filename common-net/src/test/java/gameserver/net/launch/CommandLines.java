package gameserver.net.launch;

import gameserver.net.options.ServerOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Parses arguments as a server's main does, with an environment that the test makes up. */
final class CommandLines {
    private CommandLines() {}

    /** The options of every server, and some that later servers have. */
    @Command(name = "test-server")
    static final class TestCommand {
        @Mixin final ServerOptions options = new ServerOptions();

        @Option(names = "--secret")
        @Nullable String secret;

        @Option(names = "--redis")
        @Nullable String redis;
    }

    static EffectiveConfig config(Map<String, String> environment, String... args) {
        EnvironmentDefaults defaults = new EnvironmentDefaults(environment);
        CommandLine commandLine =
                new CommandLine(new TestCommand())
                        .setDefaultValueProvider(defaults)
                        .setCaseInsensitiveEnumValuesAllowed(true);
        return new EffectiveConfig(commandLine.parseArgs(args), defaults);
    }

    /** The line of {@code option} in the table, with single spaces. */
    static String line(EffectiveConfig config, String option) {
        return config.toTable()
                .lines()
                .filter(line -> line.startsWith(option + " "))
                .map(line -> line.strip().replaceAll(" +", " "))
                .findFirst()
                .orElse("no line for " + option);
    }
}
