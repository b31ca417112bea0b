package gameserver.net.launch;

import gameserver.net.options.LogLevel;
import gameserver.net.server.ServerStartException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;

/**
 * The command that a server's jar runs, whatever it serves: help, options from the command line,
 * files and the environment, errors in one line, the READY line, the orderly stop on a signal. A
 * subclass is a picocli command with the server's options. {@link ServerMain} is the one of the
 * game servers.
 */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = ServerCommand.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        showDefaultValues = true,
        footer = {
            "",
            "Every option can also come from the environment (GAME_LOG_LEVEL for",
            "--log-level) and from a file (@file, one option a line). What is typed",
            "overrides a file, and a file overrides the environment.",
            "Times are written as 500ms, 5s or 2m."
        })
public abstract class ServerCommand implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServerCommand.class);

    /** The exit code of a process that a signal has ended: 128 and the number of SIGTERM. */
    private static final int KILLED = 143;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--print-config",
            order = 1, // After those of the subclass, which have none.
            description = "Show the effective options and stop.")
    private boolean printConfig;

    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Checks the options, as far as their types can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    protected abstract void checkAllOptions();

    /** How much is logged. */
    protected abstract LogLevel logLevel();

    /**
     * Starts the server that the options describe. Called once, after the options were checked.
     *
     * @throws ServerStartException when that is not possible here
     */
    protected abstract RunningServer startServer();

    /** Runs {@code main} with a command line and ends the process when it is over. */
    protected static void run(ServerCommand main, String... args) {
        EnvironmentDefaults environment = new EnvironmentDefaults(System.getenv());
        CommandLine commandLine =
                new CommandLine(main)
                        .setDefaultValueProvider(asksForHelp(args) ? null : environment)
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .setOverwrittenOptionsAllowed(true)
                        .setParameterExceptionHandler(new UsageErrors(environment))
                        .setExecutionExceptionHandler(new StartErrors());
        CommandLine.tracer().setLevel(TraceLevel.OFF); // It would warn of every override.
        System.exit(commandLine.execute(filesFirst(args)));
    }

    /** The last value of an option counts, so what is typed overrides what is in a file. */
    private static String[] filesFirst(String... args) {
        Comparator<String> filesBeforeOthers = Comparator.comparing(arg -> !arg.startsWith("@"));
        return Stream.of(args).sorted(filesBeforeOthers).toArray(String[]::new);
    }

    /** Who asks for help gets it, whatever is wrong in the environment. */
    private static boolean asksForHelp(String... args) {
        return Stream.of("-h", "--help", "-V", "--version").anyMatch(List.of(args)::contains);
    }

    @Override
    public final Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec, "set by picocli").commandLine();
        try {
            checkAllOptions();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, e.getMessage());
        }
        logLevel().apply();
        EffectiveConfig config =
                new EffectiveConfig(
                        commandLine.getParseResult(), new EnvironmentDefaults(System.getenv()));
        if (printConfig) {
            commandLine.getOut().print(config.toTable());
            commandLine.getOut().flush();
            return 0;
        }
        log.info("config {}", config);
        serve(commandLine.getCommandName());
        return 0;
    }

    private void serve(String module) {
        RunningServer server = startServer();
        stopOnSignal();
        System.out.println("READY " + module + " " + server.address());
        awaitStop();
        server.stop();
    }

    private void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first signal starts the orderly stop, a second one ends the process at once. */
    private void stopOnSignal() {
        AtomicBoolean stopping = new AtomicBoolean();
        Signals.onStop(
                () -> {
                    if (stopping.getAndSet(true)) {
                        Runtime.getRuntime().halt(KILLED);
                    }
                    stop.countDown();
                });
    }

    /** What {@code --version} prints. */
    public static final class Version implements IVersionProvider {
        /** Picocli makes it. */
        public Version() {}

        @Override
        public String[] getVersion() {
            String version = ServerCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "${COMMAND-FULL-NAME} " + (version == null ? "(not from a jar)" : version)
            };
        }
    }
}
