package gameserver.client.load;

import gameserver.client.Format;
import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.tls.ClientTls;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options that say what load is made and on whom. Each method throws {@link
 * IllegalArgumentException} with one line about the option that is wrong.
 */
final class LoadOptions {
    private static final int USUAL_CONNECTIONS = 64;
    private static final int USUAL_ROOMS = 16;
    private static final int USUAL_USERS = 4;
    private static final int USUAL_ROUNDS = 3;

    private enum Mode {
        ECHO,
        CHAT
    }

    @Option(
            names = "--mode",
            paramLabel = "mode",
            defaultValue = "echo",
            description = {
                "echo: each connection gets back what it sends;",
                "chat: users in rooms, and each hears what everyone in the room says"
                        + " (${DEFAULT-VALUE})."
            })
    private Mode mode = Mode.ECHO;

    @Option(
            names = "--connections",
            paramLabel = "n",
            description = "Of --mode echo, all at the same time (" + USUAL_CONNECTIONS + ").")
    private @Nullable Integer connections;

    @Option(
            names = "--rooms",
            paramLabel = "n",
            description = "Of --mode chat (" + USUAL_ROOMS + ").")
    private @Nullable Integer rooms;

    @Option(
            names = "--users",
            paramLabel = "n",
            description = "Of --mode chat, in each room (" + USUAL_USERS + ").")
    private @Nullable Integer users;

    @Option(
            names = "--room-start",
            paramLabel = "n",
            description = "Of --mode chat, the number of the first room (0).")
    private @Nullable Integer roomStart;

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
            description = {
                "Size of a message without its header: at least " + EchoMessage.LEAST_PAYLOAD + ",",
                "or with --mode chat " + ChatMessage.LEAST_PAYLOAD + " (${DEFAULT-VALUE})."
            })
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
            names = "--pid",
            paramLabel = "number",
            description = "Process of the server on this machine, to measure its CPU time.")
    private @Nullable Long pid;

    @Option(
            names = "--against",
            paramLabel = "host:port",
            converter = HostPort.Converter.class,
            description = "A second server, B, to compare with that of --connect, A.")
    private @Nullable HostPort against;

    @Option(
            names = "--against-pid",
            paramLabel = "number",
            description = "Process of the second server.")
    private @Nullable Long againstPid;

    @Option(
            names = "--against-format",
            paramLabel = "format",
            description = "Bodies of the second server's packets (as --format).")
    private @Nullable Format againstFormat;

    @Option(names = "--against-plain", description = "The second server speaks no TLS.")
    private @Nullable Boolean againstPlain;

    @Option(
            names = "--rounds",
            paramLabel = "n",
            description = "How often each of two servers has its turn (" + USUAL_ROUNDS + ").")
    private @Nullable Integer rounds;

    LoadPlan plan() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new LoadPlan(
                kind(), inFlight, payload, warmup, duration, rate, threads == 0 ? half : threads);
    }

    private LoadKind kind() {
        if (mode == Mode.ECHO) {
            refuse("--rooms", rooms, "goes with --mode chat");
            refuse("--users", users, "goes with --mode chat");
            refuse("--room-start", roomStart, "goes with --mode chat");
            return new EchoLoad(or(connections, USUAL_CONNECTIONS));
        }
        refuse("--connections", connections, "--mode chat has --rooms times --users of them");
        return new ChatLoad(or(rooms, USUAL_ROOMS), or(users, USUAL_USERS), or(roomStart, 0));
    }

    /** The server at {@code address}, which --connect has named. */
    Target target(HostPort address, @Nullable ClientTls tls, Format format) {
        return Target.of(address, tls, format, "--pid", pid);
    }

    /** The server to compare with one of that TLS and format, or null when there is none. */
    @Nullable Target against(@Nullable ClientTls tls, Format format) {
        if (against != null) {
            return Target.of(
                    against,
                    againstPlain == null ? tls : null,
                    againstFormat == null ? format : againstFormat,
                    "--against-pid",
                    againstPid);
        }
        refuse("--against-plain", againstPlain, "goes with --against");
        refuse("--against-pid", againstPid, "goes with --against");
        refuse("--against-format", againstFormat, "goes with --against");
        refuse("--rounds", rounds, "goes with --against");
        return null;
    }

    int rounds() {
        int number = or(rounds, USUAL_ROUNDS);
        LoadPlan.check("--rounds", number, 1, 1000);
        return number;
    }

    private static int or(@Nullable Integer given, int usual) {
        return given == null ? usual : given;
    }

    private static void refuse(String option, @Nullable Object given, String why) {
        if (given != null) {
            throw new IllegalArgumentException(option + ": " + why);
        }
    }
}
