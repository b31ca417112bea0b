package gameserver.client;

import gameserver.client.Settings.Mode;
import gameserver.net.options.HostPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Servers, others on them, and a prompt: all in one terminal. What it starts ends with it. */
abstract class Demo implements Callable<Integer> {
    static final Duration TIMEOUT = Duration.ofSeconds(5);

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--name",
            paramLabel = "name",
            defaultValue = "guest",
            description = "What you are called (${DEFAULT-VALUE}).")
    private String name = "guest";

    @Override
    public final Integer call() throws InterruptedException {
        try {
            play();
            return ExitCode.OK;
        } catch (IOException e) {
            PrintWriter err = commandLine().getErr();
            err.println(commandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    /**
     * Starts everything, lets the user talk, and stops everything.
     *
     * @throws IOException when a server does not start, or has ended, with the reason in its
     *     message
     */
    abstract void play() throws IOException, InterruptedException;

    /** Says something before there is a prompt. */
    final void tell(String line) {
        commandLine().getOut().println(line);
    }

    /** What the user is called, as the argument of a command. */
    final String quotedName() {
        return '"' + name + '"';
    }

    /**
     * A prompt, until the user quits or one of {@code servers} ends.
     *
     * @param first what is said there to begin with
     */
    final void converse(
            List<ServerProcess> servers,
            HostPort address,
            ApiSettings api,
            String hint,
            List<String> first)
            throws IOException {
        try (Console console = Console.open()) {
            Settings settings =
                    new Settings(
                            address,
                            null,
                            Format.BINARY,
                            api,
                            TIMEOUT,
                            Mode.INTERACTIVE,
                            console.style(),
                            false);
            for (ServerProcess server : servers) {
                server.onUnexpectedEnd(console::leave);
            }
            try (Client client = new Client(settings, console::print)) {
                console.run(client, hint, first);
            }
        }
        for (ServerProcess server : servers) {
            server.requireAlive();
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }
}
