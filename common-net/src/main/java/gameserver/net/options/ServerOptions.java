package gameserver.net.options;

import gameserver.net.codec.PacketHeader;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that every server has. Set once at the start and not changed after that, so any
 * thread may read them. A limit of 0 is switched off.
 */
public final class ServerOptions {
    /** Unread output at which a client counts as slow. */
    public static final int SLOW_BYTES = 64 * 1024;

    @Option(
            names = "--bind",
            paramLabel = "host:port",
            defaultValue = "127.0.0.1:11021",
            converter = HostPort.Converter.class,
            description = "Address to listen on; port 0 takes a free one.")
    private HostPort bind = HostPort.parse("127.0.0.1:0");

    @Option(
            names = "--max-sessions",
            paramLabel = "n",
            defaultValue = "20000",
            description = "Connections at a time; one more is told so and closed.")
    private int maxSessions;

    @Mixin private AddressOptions perAddress = new AddressOptions();

    @Option(
            names = "--max-packet-size",
            paramLabel = "bytes",
            defaultValue = "1024",
            description = "Largest packet that is accepted, header included; 5..65535.")
    private int maxPacketSize;

    @Option(
            names = "--io-threads",
            paramLabel = "n",
            defaultValue = "0",
            description = "Threads that read and write sockets; 0: as many as cores.")
    private int ioThreads;

    @Option(
            names = "--transport",
            paramLabel = "name",
            defaultValue = "auto",
            description = "auto (the fastest that loads), io_uring, epoll, kqueue or nio.")
    private TransportChoice transport = TransportChoice.AUTO;

    @Option(
            names = "--heartbeat-timeout",
            paramLabel = "time",
            defaultValue = "60s",
            converter = Durations.Converter.class,
            description = "A client that sends nothing for so long is closed; 0: never.")
    private Duration heartbeatTimeout = Duration.ZERO;

    @Option(
            names = "--login-timeout",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "A client that has not logged in by then is closed; 0: never.")
    private Duration loginTimeout = Duration.ZERO;

    @Option(
            names = "--max-requests-per-second",
            paramLabel = "n",
            defaultValue = "100",
            description =
                    "Packets per session and second, with bursts of twice that; 0: any number.")
    private int maxRequestsPerSecond;

    @Option(
            names = "--slow-consumer-timeout",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description =
                    "A client that does not read what it is sent for so long is closed; 0: never.")
    private Duration slowConsumerTimeout = Duration.ZERO;

    @Option(
            names = "--max-pending-output",
            paramLabel = "bytes",
            defaultValue = "1048576",
            description =
                    "A client with more than that unread is closed at once; at least 65536, or 0: never.")
    private int maxPendingOutput;

    @Option(
            names = "--drain-timeout",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "Longest time that an orderly stop may take.")
    private Duration drainTimeout = Duration.ZERO;

    @Option(
            names = "--admin",
            paramLabel = "host:port",
            converter = HostPort.Converter.class,
            description = "Address of /metrics, /livez and /readyz; none when not given.")
    private @Nullable HostPort admin;

    @Option(
            names = "--log-level",
            paramLabel = "level",
            defaultValue = "info",
            description = "trace, debug, info, warn, error or off.")
    private LogLevel logLevel = LogLevel.INFO;

    @Mixin private TlsOptions tls = new TlsOptions();

    /** Options as if they had been given on a command line: for tests and for embedding. */
    public static ServerOptions of(String... args) {
        ServerOptions options = new ServerOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
        options.check();
        return options;
    }

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    public void check() {
        check("--max-sessions", maxSessions, 1, Integer.MAX_VALUE);
        perAddress.check();
        check("--max-packet-size", maxPacketSize, PacketHeader.LENGTH, PacketHeader.MAX_SIZE);
        check("--io-threads", ioThreads, 0, 1024);
        check("--max-requests-per-second", maxRequestsPerSecond, 0, 1_000_000);
        if (maxPendingOutput != 0) {
            check("--max-pending-output", maxPendingOutput, SLOW_BYTES, Integer.MAX_VALUE);
        }
        tls.check();
    }

    /**
     * Checks one number.
     *
     * @throws IllegalArgumentException naming the option when {@code value} is out of bounds
     */
    public static void check(String option, int value, int least, int greatest) {
        if (value < least || value > greatest) {
            throw new IllegalArgumentException(
                    "%s: %d is not in %d..%d".formatted(option, value, least, greatest));
        }
    }

    public HostPort bind() {
        return bind;
    }

    public int maxSessions() {
        return maxSessions;
    }

    public AddressOptions perAddress() {
        return perAddress;
    }

    public int maxPacketSize() {
        return maxPacketSize;
    }

    /** As many as cores when the option is 0. */
    public int ioThreads() {
        return ioThreads > 0 ? ioThreads : Runtime.getRuntime().availableProcessors();
    }

    public TransportChoice transport() {
        return transport;
    }

    public Duration heartbeatTimeout() {
        return heartbeatTimeout;
    }

    public Duration loginTimeout() {
        return loginTimeout;
    }

    public int maxRequestsPerSecond() {
        return maxRequestsPerSecond;
    }

    public Duration slowConsumerTimeout() {
        return slowConsumerTimeout;
    }

    public int maxPendingOutput() {
        return maxPendingOutput;
    }

    public Duration drainTimeout() {
        return drainTimeout;
    }

    /** The shortest of the timeouts that a session has, or a minute when all are off. */
    public Duration shortestTimeout() {
        return Stream.of(heartbeatTimeout, loginTimeout, slowConsumerTimeout)
                .filter(timeout -> !timeout.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ofMinutes(1));
    }

    public Optional<HostPort> admin() {
        return Optional.ofNullable(admin);
    }

    public LogLevel logLevel() {
        return logLevel;
    }

    public TlsOptions tls() {
        return tls;
    }
}
