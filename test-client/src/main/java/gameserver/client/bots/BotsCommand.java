package gameserver.client.bots;

import gameserver.client.AtExit;
import gameserver.client.TestClient;
import gameserver.net.client.CannotConnectException;
import gameserver.net.options.Durations;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code client bots}. */
@Command(
        name = "bots",
        description = "Logs in users that talk by themselves, and answer who speaks to them.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Bots chat, move between their rooms, greet who comes, answer who says their name or",
            "whispers to them, and accept some invitations.",
            "Exit code: 0, or 1 when the server can't be reached or all bots were lost."
        })
public final class BotsCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;

    @ParentCommand private @Nullable TestClient client;

    @Option(
            names = "--count",
            paramLabel = "n",
            defaultValue = "6",
            description = "Bots (${DEFAULT-VALUE}).")
    private int count;

    @Option(
            names = "--rooms",
            paramLabel = "n",
            defaultValue = "2",
            description = "Rooms over which they spread (${DEFAULT-VALUE}).")
    private int rooms;

    @Option(
            names = "--room-start",
            paramLabel = "n",
            defaultValue = "0",
            description = "Number of the first of these rooms (${DEFAULT-VALUE}).")
    private int roomStart;

    @Option(
            names = "--rate",
            paramLabel = "n",
            defaultValue = "1",
            description = "Messages per second of all bots, as 0.5 or 20 (${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--prefix",
            paramLabel = "text",
            defaultValue = "",
            description = "Call them text1, text2, ... instead of friendly names.")
    private String prefix = "";

    @Option(
            names = "--duration",
            paramLabel = "time",
            defaultValue = "0",
            converter = Durations.Converter.class,
            description = "How long they stay; 0: until Ctrl-C.")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--seed",
            paramLabel = "n",
            description = "Chance takes the same course with the same number.")
    private @Nullable Long seed;

    @Override
    public Integer call() throws InterruptedException {
        BotPlan plan = plan();
        Bots bots;
        try {
            bots = Bots.start(plan, commandLine().getErr()::println);
        } catch (CannotConnectException e) {
            return fail(String.valueOf(e.getMessage()));
        }
        AtExit end = AtExit.register(() -> finish(bots));
        try {
            commandLine().getOut().println(plan + "; Ctrl-C ends them");
            return bots.awaitAllLost(duration) ? fail("all bots were lost") : ExitCode.OK;
        } finally {
            end.runNow();
        }
    }

    /** Also when the process is told to stop. */
    private void finish(Bots bots) {
        bots.close();
        PrintWriter out = commandLine().getOut();
        out.println(bots.summary());
        out.flush();
    }

    private BotPlan plan() {
        TestClient parent = Objects.requireNonNull(client, "set by picocli");
        long chance = seed == null ? RandomGenerator.getDefault().nextLong() : seed;
        try {
            return new BotPlan(
                    parent.address(),
                    parent.tls(),
                    parent.format(),
                    count,
                    rooms,
                    roomStart,
                    rate,
                    prefix,
                    chance);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), e.getMessage());
        }
    }

    private int fail(String reason) {
        PrintWriter err = commandLine().getErr();
        err.println(commandLine().getCommandSpec().qualifiedName() + ": " + reason);
        return ExitCode.SOFTWARE;
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }
}
