package gameserver.api;

import gameserver.api.state.RedisState;
import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.options.LogLevel;
import gameserver.net.options.ServerOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of the API server. Set once at the start and not changed after that. */
final class ApiOptions {
    /** For trying things out on one machine; whoever can read this source knows it. */
    static final String DEFAULT_SECRET = "not-a-secret";

    private static final Pattern DATABASE =
            Pattern.compile("jdbc:(postgresql:|sqlite:(?!.*(:memory:|mode=memory))).+");

    /** A password with / ? or # in it would end there, and its beginning be taken for the host. */
    private static final Pattern REDIS =
            Pattern.compile(
                    "rediss?://([^/?#]*@)?(\\[[0-9A-Fa-f:.]+]|[^:/?#@]+)(:[0-9]+)?"
                            + "(/[^?#@]*)?(\\?[^#@]*)?");

    private static final Pattern SECRET = Pattern.compile("[!-~]{1,256}");

    @Option(
            names = "--bind",
            paramLabel = "host:port",
            defaultValue = "127.0.0.1:11080",
            converter = HostPort.Converter.class,
            description = "Address to listen on; port 0 takes a free one.")
    private HostPort bind = HostPort.parse("127.0.0.1:0");

    @Option(
            names = "--database",
            paramLabel = "url",
            defaultValue = "jdbc:sqlite:gameserver.db",
            description =
                    "Where accounts are: jdbc:sqlite:file, or jdbc:postgresql://host/name?user=...")
    private String database = "";

    @Option(
            names = "--redis",
            paramLabel = "url",
            description =
                    "Where tokens and the registry are, for several API servers to share them:"
                            + " redis://host:port. In the memory of this one when not given.")
    private @Nullable String redis;

    @Option(
            names = "--redis-prefix",
            paramLabel = "text",
            defaultValue = "gameserver:",
            description = "What all keys in Redis begin with.")
    private String redisPrefix = "";

    @Option(
            names = "--secret",
            paramLabel = "text",
            defaultValue = DEFAULT_SECRET,
            description =
                    "What game servers prove themselves with. Must be set on any address but"
                            + " loopback; better in GAME_SECRET or a file, where 'ps' can't see it.")
    private String secret = "";

    @Option(
            names = "--max-requests-per-second",
            paramLabel = "n",
            defaultValue = "100",
            description =
                    "Requests per client address and second, with bursts of twice that; 0: any number.")
    private int maxRequestsPerSecond;

    @Option(
            names = "--max-body-size",
            paramLabel = "bytes",
            defaultValue = "65536",
            description = "Largest body of a request; 256..1048576.")
    private int maxBodySize;

    @Option(
            names = "--drain-timeout",
            paramLabel = "time",
            defaultValue = "10s",
            converter = Durations.Converter.class,
            description = "Longest time that an orderly stop may take.")
    private Duration drainTimeout = Duration.ZERO;

    @Option(
            names = "--log-level",
            paramLabel = "level",
            defaultValue = "info",
            description = "trace, debug, info, warn, error or off.")
    private LogLevel logLevel = LogLevel.INFO;

    /** Options as if they had been given on a command line: for tests. */
    static ApiOptions of(String... args) {
        ApiOptions options = new ApiOptions();
        new CommandLine(options)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .parseArgs(args);
        options.check();
        return options;
    }

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is wrong, but no secret
     */
    void check() {
        ServerOptions.check("--max-requests-per-second", maxRequestsPerSecond, 0, 1_000_000);
        ServerOptions.check("--max-body-size", maxBodySize, 256, 1 << 20);
        check(DATABASE, database, "--database: not jdbc:sqlite:file or jdbc:postgresql://...");
        if (redis != null && !(REDIS.matcher(redis).matches() && RedisState.understands(redis))) {
            throw new IllegalArgumentException("--redis: not redis://host:port");
        }
        check(SECRET, secret, "--secret: not 1 to 256 visible ASCII characters");
        if (secret.equals(DEFAULT_SECRET) && !isLoopback()) {
            throw new IllegalArgumentException(
                    "--secret: must be set to listen on " + bind + ", which others can reach");
        }
    }

    private static void check(Pattern form, String value, String message) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException(message);
        }
    }

    private boolean isLoopback() {
        var address = bind.toSocketAddress().getAddress();
        return address != null && address.isLoopbackAddress();
    }

    HostPort bind() {
        return bind;
    }

    String database() {
        return database;
    }

    Optional<String> redis() {
        return Optional.ofNullable(redis);
    }

    String redisPrefix() {
        return redisPrefix;
    }

    String secret() {
        return secret;
    }

    /** 0 when there is no limit. */
    int maxRequestsPerSecond() {
        return maxRequestsPerSecond;
    }

    int maxBodySize() {
        return maxBodySize;
    }

    Duration drainTimeout() {
        return drainTimeout;
    }

    LogLevel logLevel() {
        return logLevel;
    }
}
