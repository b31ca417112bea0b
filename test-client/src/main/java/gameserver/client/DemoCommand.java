package gameserver.client;

import gameserver.client.Settings.Mode;
import gameserver.client.bots.BotPlan;
import gameserver.client.bots.Bots;
import gameserver.net.options.HostPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code client demo}: a whole chat in one terminal. What it starts ends with it. */
@Command(
        name = "demo",
        description = "Starts a chat server and some bots, and puts you into a room with them.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private static final int BOTS = 6;
    private static final int ROOMS = 2;
    private static final double MESSAGES_PER_SECOND = 0.5;
    private static final int FIRST_ROOM = 0;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final String HINT =
            """

            You are in a chat with a few bots. Try:
              chat hello            all in the room hear it, and a bot answers to its name
              %-20s  only %s hears it
              who                   shows who is in the room
              leave, then enter 1   goes to the other room
              inspector on          shows the bytes of every packet
            'help' lists all commands, Tab completes them, 'quit' or Ctrl-D ends the demo.
            Others can join you from another terminal:
              ./run client --connect %s --login NAME --enter %d
            """;

    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--server",
            paramLabel = "jar",
            required = true,
            description = "The chat server's jar.")
    private @Nullable Path server;

    @Option(
            names = "--name",
            paramLabel = "name",
            defaultValue = "guest",
            description = "What you are called (${DEFAULT-VALUE}).")
    private String name = "guest";

    @Override
    public Integer call() throws InterruptedException {
        commandLine().getOut().println("starting a chat server and some bots ...");
        try (ServerProcess process = ServerProcess.create()) {
            Path jar = Objects.requireNonNull(server, "required");
            HostPort address =
                    process.start(
                            jar,
                            "--bind",
                            "127.0.0.1:0",
                            "--drain-timeout",
                            "2s",
                            "--log-level",
                            "warn");
            converse(process, address);
            process.requireAlive();
            return ExitCode.OK;
        } catch (IOException e) {
            PrintWriter err = commandLine().getErr();
            err.println(commandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private void converse(ServerProcess process, HostPort address)
            throws IOException, InterruptedException {
        long seed = RandomGenerator.getDefault().nextLong();
        BotPlan plan = new BotPlan(address, BOTS, ROOMS, FIRST_ROOM, MESSAGES_PER_SECOND, "", seed);
        try (Bots bots = Bots.start(plan, lost -> {});
                Console console = Console.open()) {
            Settings settings =
                    new Settings(
                            address,
                            ApiSettings.USUAL,
                            TIMEOUT,
                            Mode.INTERACTIVE,
                            console.style(),
                            false);
            process.onUnexpectedEnd(console::leave);
            try (Client client = new Client(settings, console::print)) {
                console.run(
                        client,
                        hint(bots.names().get(0), address),
                        List.of("login \"" + name + "\"", "enter " + FIRST_ROOM));
            }
        }
    }

    private static String hint(String bot, HostPort address) {
        return HINT.formatted("whisper " + bot + " hi", bot, address, FIRST_ROOM);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }
}
