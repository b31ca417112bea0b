package gameserver.client.load;

import gameserver.client.TestClient;
import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code client load}. */
@Command(
        name = "load",
        description = "Sends echoes over many connections and measures how fast they come back.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --rate each reply brings the next message: how much can the server do?",
            "With --rate messages leave on schedule, and latency counts from the moment that the",
            "schedule says: how long do users wait, also when the server stands still?",
            "",
            "A server limits the requests of a client: start it with --max-requests-per-second 0.",
            "Exit code: 0, or 1 when a reply was wrong or missing or a connection was lost."
        })
public final class LoadCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    @Spec private @Nullable CommandSpec spec;

    @ParentCommand private @Nullable TestClient client;

    @Option(
            names = "--connections",
            paramLabel = "n",
            defaultValue = "64",
            description = "Connections, all at the same time (${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--in-flight",
            paramLabel = "n",
            defaultValue = "1",
            description = "Messages on the way per connection, without --rate (${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--payload",
            paramLabel = "bytes",
            defaultValue = "32",
            description = "Size of a message without its header, at least 16 (${DEFAULT-VALUE}).")
    private int payload;

    @Option(
            names = "--duration",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "How long is measured (${DEFAULT-VALUE}).")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--warmup",
            paramLabel = "time",
            defaultValue = "2s",
            converter = Durations.Converter.class,
            description = "How long the load runs before that (${DEFAULT-VALUE}).")
    private Duration warmup = Duration.ZERO;

    @Option(
            names = "--rate",
            paramLabel = "n",
            defaultValue = "0",
            description = "Messages per second of all connections; 0: as many as come back.")
    private long rate;

    @Option(
            names = "--threads",
            paramLabel = "n",
            defaultValue = "0",
            description = "Threads that make the load; 0: half as many as cores.")
    private int threads;

    @Option(
            names = "--json",
            paramLabel = "file",
            description = "Write the result as JSON to a file; - is standard output, without text.")
    private @Nullable String json;

    @Override
    public Integer call() throws InterruptedException {
        LoadPlan plan = plan();
        Duration whole = plan.warmup().plus(plan.duration());
        try {
            LoadResult result;
            try (Progress progress = Progress.show("load", whole)) {
                result = LoadRun.run(plan, progress::at);
            }
            report(result);
            return result.isFlawless() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            PrintWriter err = commandLine().getErr();
            err.println(commandLine().getCommandSpec().qualifiedName() + ": " + e.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private LoadPlan plan() {
        HostPort address = Objects.requireNonNull(client, "set by picocli").address();
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        try {
            return new LoadPlan(
                    address,
                    connections,
                    inFlight,
                    payload,
                    warmup,
                    duration,
                    rate,
                    threads == 0 ? half : threads);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(commandLine(), e.getMessage());
        }
    }

    private void report(LoadResult result) throws IOException {
        boolean asText = !STANDARD_OUTPUT.equals(json);
        PrintWriter out = commandLine().getOut();
        out.print(asText ? result.toText() : result.toJson());
        out.flush();
        if (json != null && asText) {
            write(Path.of(json), result.toJson());
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
