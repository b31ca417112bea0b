package gameserver.client.load;

import gameserver.client.TestClient;
import gameserver.net.tls.ClientTls;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code client load}. */
@Command(
        name = "load",
        description = {
            "Sends messages over many connections and measures how many arrive and how fast;",
            "compares two servers by turns."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --rate each answer brings the next message: how much can the server do?",
            "With --rate messages leave on schedule, and latency counts from the moment that",
            "the schedule says: how long do users wait, also when the server stands still?",
            "",
            "In a chat all that everyone in a room hears is counted: a message to a room of",
            "4 is 4 deliveries, each with its own latency. A user's next message is due when",
            "it hears its own.",
            "",
            "A server limits a client's requests: start it with --max-requests-per-second 0.",
            "Exit code: 0, or 1 when a reply was wrong or missing or a connection was lost."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec private @Nullable CommandSpec spec;

    @ParentCommand private @Nullable TestClient client;

    @Mixin private LoadOptions options = new LoadOptions();

    @Option(
            names = "--json",
            paramLabel = "file",
            description = "Write the result as JSON to a file; - is standard output, without text.")
    private @Nullable String json;

    @Override
    public Integer call() throws InterruptedException {
        LoadPlan plan;
        Target target;
        @Nullable Target against;
        int rounds;
        try {
            plan = options.plan();
            TestClient parent = Objects.requireNonNull(client, "set by picocli");
            @Nullable ClientTls tls = parent.tls();
            target = options.target(parent.address(), tls, parent.format());
            against = options.against(tls, parent.format());
            rounds = options.rounds();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), e.getMessage());
        }
        try {
            boolean flawless =
                    against == null
                            ? measure(target, plan)
                            : compare(target, against, plan, rounds);
            return flawless ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            PrintWriter err = commandLine().getErr();
            err.println(commandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private boolean measure(Target target, LoadPlan plan) throws IOException, InterruptedException {
        LoadResult result = run("load", target, plan);
        print(result.toText());
        writeJson(result.toJson());
        return result.isFlawless();
    }

    private boolean compare(Target a, Target b, LoadPlan plan, int rounds)
            throws IOException, InterruptedException {
        print("A is %s, B is %s%n".formatted(a.address(), b.address()));
        print("%-11s %s%n".formatted(plan.kind().name(), plan.toText()));
        List<LoadComparison.Round> results = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            results.add(
                    new LoadComparison.Round(
                            runInRound(round, "A", a, plan), runInRound(round, "B", b, plan)));
        }
        LoadComparison comparison = new LoadComparison(results);
        print(comparison.toText());
        writeJson(comparison.toJson());
        return comparison.isFlawless();
    }

    private LoadResult runInRound(int round, String name, Target target, LoadPlan plan)
            throws IOException, InterruptedException {
        String turn = "round %d  %s".formatted(round, name);
        LoadResult result = run(turn, target, plan);
        print("%-11s %s%n".formatted(turn, result.toShortText()));
        return result;
    }

    private static LoadResult run(String task, Target target, LoadPlan plan)
            throws IOException, InterruptedException {
        try (Progress progress = Progress.show(task, plan.whole())) {
            return LoadRun.run(target, plan, progress::at);
        }
    }

    /** For people, as far as standard output is not for a program. */
    private void print(String text) {
        if (!STANDARD_OUTPUT.equals(json)) {
            PrintWriter out = commandLine().getOut();
            out.print(text);
            out.flush();
        }
    }

    private void writeJson(String object) throws IOException {
        String line = object + System.lineSeparator();
        if (STANDARD_OUTPUT.equals(json)) {
            PrintWriter out = commandLine().getOut();
            out.print(line);
            out.flush();
        } else if (json != null) {
            write(Path.of(json), line);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            String problem = e.getClass().getSimpleName(); // Most have a path as their message.
            throw new IOException("can't write " + file + ": " + problem, e);
        }
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec, "set by picocli").commandLine();
    }
}
