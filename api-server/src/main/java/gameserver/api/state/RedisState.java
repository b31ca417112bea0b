package gameserver.api.state;

import gameserver.net.server.ServerStartException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * State that any number of API servers share. While Redis can't be reached every call fails at
 * once, and while it does not answer, within {@link #PATIENCE}: nothing is queued for later, since
 * nobody waits for it then. What a frozen Redis had received it does when it goes on; a token that
 * it takes then was consumed by nobody, and its user gets another.
 */
public final class RedisState implements SharedState {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /** After that long a host that has vanished, and so closes nothing, is connected to anew. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

    private static final Duration RECONNECT_DELAY = Duration.ofMillis(500);

    /** Commands without an answer yet; more than that are refused. */
    private static final int MOST_PENDING = 1000;

    private final ClientResources resources;
    private final RedisClient client;
    private final StatefulRedisConnection<String, String> connection;
    private final ExpiringEntries entries;
    private final ServerRegistry servers;
    private final Tickets tickets;

    /**
     * Connects.
     *
     * @param prefix of every key, so that one Redis can serve several suites
     * @throws ServerStartException when Redis does not answer
     */
    public RedisState(String url, String prefix) {
        RedisURI uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        resources =
                ClientResources.builder().reconnectDelay(Delay.constant(RECONNECT_DELAY)).build();
        client = RedisClient.create(resources, uri);
        client.setOptions(options());
        try {
            connection = client.connect();
        } catch (RedisConnectionException e) {
            shutDown();
            throw new ServerStartException("can't reach --redis: " + reason(e));
        }
        entries = new RedisEntries(this, prefix);
        servers = new RedisRegistry(this, prefix);
        tickets = new RedisTickets(this, prefix);
    }

    /** Whether {@code url} says where a Redis is. */
    public static boolean understands(String url) {
        try {
            RedisURI.create(url);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ClientOptions options() {
        return ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(MOST_PENDING)
                .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                .socketOptions(
                        SocketOptions.builder()
                                .connectTimeout(PATIENCE)
                                .tcpUserTimeout(
                                        TcpUserTimeoutOptions.builder()
                                                .enable()
                                                .tcpUserTimeout(LONGEST_SILENCE)
                                                .build())
                                .build())
                .build();
    }

    private static String reason(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage());
    }

    /**
     * Asks Redis.
     *
     * @throws UnavailableException when it does not answer, or can't do what it is asked
     */
    <T> T ask(Function<RedisCommands<String, String>, T> commands) {
        try {
            return commands.apply(connection.sync());
        } catch (RedisException e) {
            throw new UnavailableException("Redis does not answer", e);
        }
    }

    @Override
    public ExpiringEntries entries() {
        return entries;
    }

    @Override
    public ServerRegistry servers() {
        return servers;
    }

    @Override
    public Tickets tickets() {
        return tickets;
    }

    @Override
    public InstantSource clock() {
        return this::time;
    }

    private Instant time() {
        List<String> time = ask(RedisCommands::time);
        long micros = Long.parseLong(time.get(1));
        return Instant.ofEpochSecond(Long.parseLong(time.get(0))).plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public boolean isReachable() {
        try {
            return ask(RedisCommands::ping).equals("PONG");
        } catch (UnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        connection.close();
        shutDown();
    }

    private void shutDown() {
        client.shutdown(Duration.ZERO, PATIENCE);
        resources.shutdown(0, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
