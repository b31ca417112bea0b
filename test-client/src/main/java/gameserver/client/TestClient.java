package gameserver.client;

import gameserver.api.client.ApiAddress;
import gameserver.client.Settings.Mode;
import gameserver.client.bots.BotsCommand;
import gameserver.client.load.LoadCommand;
import gameserver.net.launch.EnvironmentDefaults;
import gameserver.net.launch.ServerMain;
import gameserver.net.launch.UsageErrors;
import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.options.LogLevel;
import gameserver.net.tls.ClientTls;
import gameserver.net.tls.TlsFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Speaks with a server: at a prompt, by a script, by bots, or under load. */
@Command(
        name = "client",
        description = {
            "Speaks with a server: at a prompt when standard input is a terminal, else by a script"
                    + " from there or from a file. 'help' at the prompt lists the commands."
        },
        subcommands = {ChatDemo.class, BaccaratDemo.class, BotsCommand.class, LoadCommand.class},
        mixinStandardHelpOptions = true,
        versionProvider = ServerMain.Version.class,
        sortOptions = false,
        footer = {
            "",
            "Exit code of a script: 0 when all went well, 1 when a line has failed.",
            "Times are written as 500ms, 5s or 2m."
        })
public final class TestClient implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--connect",
            paramLabel = "host:port",
            defaultValue = "127.0.0.1:11021",
            scope = ScopeType.INHERIT,
            converter = HostPort.Converter.class,
            description = "Address of the server (${DEFAULT-VALUE}).")
    private HostPort address = HostPort.parse("127.0.0.1:11021");

    @Option(
            names = "--format",
            paramLabel = "format",
            defaultValue = "binary",
            scope = ScopeType.INHERIT,
            description = "Bodies of packets: binary, or msgpack (${DEFAULT-VALUE}).")
    private Format format = Format.BINARY;

    @Option(
            names = "--tls",
            scope = ScopeType.INHERIT,
            description = "Speak TLS, with a server that the system's authorities vouch for.")
    private boolean tls;

    @Option(
            names = "--tls-ca",
            paramLabel = "file",
            scope = ScopeType.INHERIT,
            description = "Speak TLS, with a server that a certificate in this file vouches for.")
    private @Nullable Path trusted;

    @Option(
            names = "--api",
            paramLabel = "url",
            defaultValue = ApiSettings.DEFAULT_SERVER,
            converter = ApiAddress.class,
            description = "Where 'register' and 'api-login' find the accounts (${DEFAULT-VALUE}).")
    private URI api = ApiSettings.USUAL.server();

    @Option(
            names = "--game",
            paramLabel = "name",
            defaultValue = ApiSettings.DEFAULT_GAME,
            description = "What 'api-login' wants to play (${DEFAULT-VALUE}).")
    private String game = ApiSettings.DEFAULT_GAME;

    @Option(
            names = "--script",
            paramLabel = "file",
            description = "Run the commands in this file; - is standard input.")
    private @Nullable String script;

    @Option(
            names = "--timeout",
            paramLabel = "time",
            defaultValue = "5s",
            converter = Durations.Converter.class,
            description =
                    "Longest time that 'connect', 'expect' and the API server take"
                            + " (${DEFAULT-VALUE}).")
    private Duration timeout = Duration.ofSeconds(5);

    @Option(names = "--inspector", description = "Show every packet, byte by byte.")
    private boolean inspector;

    @Option(
            names = "--login",
            paramLabel = "name",
            description = "Log in under this name; at the prompt only.")
    private @Nullable String login;

    @Option(
            names = "--enter",
            paramLabel = "room",
            description = "Enter the room of this number; at the prompt only.")
    private @Nullable Integer enter;

    /** Before anything is logged, whatever is run. */
    @Option(
            names = "--log-level",
            paramLabel = "level",
            defaultValue = "warn",
            scope = ScopeType.INHERIT,
            description = "trace, debug, info, warn, error or off (${DEFAULT-VALUE}).")
    void logLevel(LogLevel level) {
        level.apply();
    }

    public static void main(String[] args) {
        // Java 17 would take the encoding of the locale, and lose all Hangul in the plain locale
        // of most containers.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(args));
    }

    /** The whole command line, which prints to {@code out} and {@code err}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        EnvironmentDefaults environment = new EnvironmentDefaults(System.getenv());
        return new CommandLine(new TestClient())
                .setOut(out)
                .setErr(err)
                .setDefaultValueProvider(environment)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(environment));
    }

    /** Where to connect; the subcommands have the option too. */
    public HostPort address() {
        return address;
    }

    /** How bodies are written; the subcommands have the option too. */
    public Format format() {
        return format;
    }

    /**
     * How the server is to be trusted, or null without TLS; the subcommands have the options too.
     *
     * @throws IllegalArgumentException naming the option, when no certificate is in its file
     */
    public @Nullable ClientTls tls() {
        if (trusted == null) {
            return tls ? ClientTls.trustingAuthorities() : null;
        }
        try {
            return ClientTls.trusting(trusted);
        } catch (TlsFileException e) {
            throw new IllegalArgumentException("--tls-ca: " + e.getMessage(), e);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (script == null && StandardStreams.inputIsTerminal()) {
            interact();
            return ExitCode.OK;
        }
        if (login != null || enter != null) {
            throw new ParameterException(
                    commandLine(),
                    "--login and --enter are for the prompt; a script says 'login' and 'enter'");
        }
        return runScript(script == null ? STANDARD_INPUT : script);
    }

    private void interact() throws IOException {
        try (Console console = Console.open()) {
            Settings settings = settings(Mode.INTERACTIVE, console.style());
            try (Client client = new Client(settings, console::print)) {
                console.run(client, Console.HINT, firstCommands());
            }
        }
    }

    private Settings settings(Mode mode, Style style) {
        try {
            return new Settings(
                    address,
                    tls(),
                    format,
                    new ApiSettings(api, game),
                    timeout,
                    mode,
                    style,
                    inspector);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), e.getMessage());
        }
    }

    private List<String> firstCommands() {
        List<String> commands = new ArrayList<>();
        if (login != null) {
            commands.add("login \"" + login + "\"");
        }
        if (enter != null) {
            commands.add("enter " + enter);
        }
        return commands;
    }

    private int runScript(String file) throws InterruptedException {
        PrintWriter out = commandLine().getOut();
        Settings settings = settings(Mode.SCRIPTED, Style.PLAIN);
        boolean standardInput = file.equals(STANDARD_INPUT);
        try (InputStream source = standardInput ? System.in : Files.newInputStream(Path.of(file));
                Client client = new Client(settings, out::println)) {
            new Script(standardInput ? "stdin" : file).run(source, client);
            return ExitCode.OK;
        } catch (Script.FailedException e) {
            return fail(e.getMessage());
        } catch (NoSuchFileException e) {
            return fail("no such file: " + file);
        } catch (InvalidPathException e) {
            return fail("can't read " + file + ": no file can have that name");
        } catch (IOException e) {
            return fail("can't read " + file + ": " + e.getMessage());
        }
    }

    private int fail(@Nullable String message) {
        commandLine().getErr().println("client: " + message);
        return ExitCode.SOFTWARE;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }
}
