package gameserver.api.client;

import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options of a game server that works with an API server. Set once at the start and not changed
 * after that.
 */
public final class ApiClientOptions {
    /** For trying things out on one machine; whoever can read this source knows it. */
    private static final String DEFAULT_SECRET = "not-a-secret";

    private static final Pattern SECRET = Pattern.compile("[!-~]{1,256}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST_ID = 64;

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(100);

    /** A heartbeat that takes longer would come after the lease of 6 s. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(5);

    @Option(
            names = "--api",
            paramLabel = "url",
            converter = ApiAddress.class,
            description =
                    "The API server, as http://host:port: it gives out the tokens that are accepted"
                            + " as passwords. Any password is right if not given.")
    private @Nullable URI api;

    @Option(
            names = "--server-id",
            paramLabel = "name",
            description =
                    "What the API server calls this server. Made of the server's name and its"
                            + " address if not given.")
    private @Nullable String serverId;

    @Option(
            names = "--advertise",
            paramLabel = "host:port",
            converter = HostPort.Converter.class,
            description = "Where the API server sends users; the address of --bind if not given.")
    private @Nullable HostPort advertise;

    @Option(
            names = "--secret",
            paramLabel = "text",
            defaultValue = DEFAULT_SECRET,
            description =
                    "What proves to the API server that this is one of its own. Must be set unless"
                            + " that is on this machine; better in GAME_SECRET or a file, where 'ps'"
                            + " can't see it.")
    private String secret = DEFAULT_SECRET;

    @Option(
            names = "--api-timeout",
            paramLabel = "time",
            defaultValue = "900ms",
            converter = Durations.Converter.class,
            description =
                    "How long the API server may take to answer, 100ms to 5s. Whoever logs in waits"
                            + " for it, and is told to come again when it is over.")
    private Duration timeout = Duration.ZERO;

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is wrong, but no secret
     */
    public void check(ServerOptions server) {
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException("--secret: not 1 to 256 visible ASCII characters");
        }
        if (serverId != null && !ID.matcher(serverId).matches()) {
            throw new IllegalArgumentException(
                    "--server-id: not 1 to 64 letters, digits, dots, hyphens or underscores");
        }
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("--api-timeout: not 100ms to 5s");
        }
        if (api == null) {
            return;
        }
        if (secret.equals(DEFAULT_SECRET) && !isLoopback(api)) {
            throw new IllegalArgumentException(
                    "--secret: must be set for an API server on " + api.getHost());
        }
        if (advertise == null && isAnyAddress(server.bind())) {
            throw new IllegalArgumentException(
                    "--advertise: must say where clients reach a server on " + server.bind());
        }
    }

    private static boolean isLoopback(URI server) {
        try {
            return InetAddress.getByName(server.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isAnyAddress(HostPort bind) {
        InetAddress address = bind.toSocketAddress().getAddress();
        return address != null && address.isAnyLocalAddress();
    }

    /** The API server, as a server of {@code game} calls it; empty when there is none. */
    public Optional<GameServerApi> connect(String game, ServerOptions server) {
        if (api == null) {
            return Optional.empty();
        }
        String run = UUID.randomUUID().toString();
        String id = serverId == null ? defaultId(game, server.bind(), run) : serverId;
        return Optional.of(new GameServerApi(new ApiHttp(api, secret, timeout), game, id, run));
    }

    /** The same after every start, where the address is. */
    private String defaultId(String game, HostPort bind, String run) {
        HostPort address = advertise == null ? bind : advertise;
        String place = address.port() == 0 ? run : address.host() + "-" + address.port();
        String id = (game + "-" + place).replaceAll("[^A-Za-z0-9._-]", "_");
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }

    /** Where clients reach a server that listens on {@code bound}. */
    public HostPort advertised(HostPort bound) {
        return advertise == null ? bound : advertise;
    }
}
