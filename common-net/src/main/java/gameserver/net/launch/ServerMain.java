package gameserver.net.launch;

import gameserver.net.logic.LogicThread;
import gameserver.net.metrics.AdminServer;
import gameserver.net.metrics.ServerMetrics;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.GameServer;
import gameserver.net.server.ServerStartException;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.time.Duration;
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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TraceLevel;

/**
 * The command that a server's jar runs. A subclass is a picocli command that says how its server
 * starts, and may add options of its own. Everything around that is the same for all: help, errors,
 * the READY line, the admin endpoint, the orderly stop.
 */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = ServerMain.Version.class,
        sortOptions = false,
        abbreviateSynopsis = true,
        showDefaultValues = true,
        footer = {
            "",
            "Every option can also come from the environment (GAME_MAX_SESSIONS for",
            "--max-sessions) and from a file (@file, one option a line). What is typed",
            "overrides a file, and a file overrides the environment.",
            "Times are written as 500ms, 5s or 2m."
        })
public abstract class ServerMain implements Callable<Integer> {
    private static final Logger log = LoggerFactory.getLogger(ServerMain.class);

    /** The exit code of a process that a signal has ended: 128 and the number of SIGTERM. */
    private static final int KILLED = 143;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private ServerOptions options = new ServerOptions();

    @Option(names = "--print-config", description = "Show the effective options and stop.")
    private boolean printConfig;

    /** There is one only when an operator has asked for it. */
    private @Nullable ServerMetrics metrics;

    private final CountDownLatch stop = new CountDownLatch(1);

    /**
     * Starts the server that the options describe. Called once.
     *
     * @throws ServerStartException when that is not possible here
     */
    protected abstract GameServer start(ServerOptions options);

    /**
     * Checks the options that a subclass adds, as far as their types can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    protected void checkOptions() {}

    /** Starts a logic thread that shows its depth and its waiting times to the operator. */
    protected final LogicThread logicThread(String name) {
        if (metrics == null) {
            return new LogicThread(name);
        }
        LogicThread logic = new LogicThread(name, metrics.waitingTimes(name));
        metrics.showMailbox(name, logic::depth);
        return logic;
    }

    /** Runs {@code main} with a command line and ends the process when it is over. */
    protected static void run(ServerMain main, String... args) {
        stopSamplingLeaks();
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

    /**
     * Netty records a stack trace for every 128th buffer, to name who has leaked it. The tests look
     * at every buffer instead, and a server has better uses for a quarter of its time per packet.
     */
    private static void stopSamplingLeaks() {
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
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
        CommandLine commandLine = commandLine();
        checkAllOptions(commandLine);
        options.logLevel().apply();
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

    private void checkAllOptions(CommandLine commandLine) {
        try {
            options.check();
            checkOptions();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine, e.getMessage());
        }
    }

    private void serve(String module) {
        if (options.admin().isPresent()) {
            metrics = new ServerMetrics();
        }
        GameServer server = start(options);
        AdminServer admin = startAdmin(server);
        stopOnSignal();
        System.out.println("READY " + module + " " + server.address());
        awaitStop();
        server.drain(options.drainTimeout());
        if (admin != null) {
            admin.close(); // Last, so that an operator can watch the server drain.
        }
    }

    private void awaitStop() {
        try {
            stop.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable AdminServer startAdmin(GameServer server) {
        HostPort address = options.admin().orElse(null);
        if (address == null || metrics == null) {
            return null;
        }
        metrics.show(server.counters(), server::openSessions);
        try {
            AdminServer admin =
                    new AdminServer(address, metrics::scrape, () -> !server.isDraining());
            log.info("admin endpoint http://{}/metrics", admin.address());
            return admin;
        } catch (IOException e) {
            server.drain(Duration.ZERO);
            throw new ServerStartException(address, e);
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

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }

    /** What {@code --version} prints. */
    public static final class Version implements IVersionProvider {
        /** Picocli makes it. */
        public Version() {}

        @Override
        public String[] getVersion() {
            String version = ServerMain.class.getPackage().getImplementationVersion();
            return new String[] {
                "${COMMAND-FULL-NAME} " + (version == null ? "(not from a jar)" : version)
            };
        }
    }
}
