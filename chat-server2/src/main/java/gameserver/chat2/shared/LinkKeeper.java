package gameserver.chat2.shared;

import gameserver.chat.ChatOptions;
import gameserver.net.options.HostPort;
import gameserver.net.server.ServerStartException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Sees to it that there is a {@link Link}: makes it, renews its lease, and makes another one when
 * it is lost. Has a thread of its own, which may wait for Redis.
 */
final class LinkKeeper implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LinkKeeper.class);

    /** The longest time that an answer may take. */
    static final Duration PATIENCE = Duration.ofMillis(500);

    /** How long the others hold what belongs to a server that has been killed. */
    static final Duration LEASE = Duration.ofSeconds(8);

    private static final Duration BEAT = Duration.ofSeconds(1);

    /** The first links of a process that has just begun may be slow: half of it is not loaded. */
    private static final int FIRST_TRIES = 10;

    /** What waits for an answer: one request a session, and what ends with a session. */
    private static final int MOST_PENDING = 200_000;

    private final ChatOptions rooms;
    private final String prefix;
    private final RedisURI uri;
    private final RedisClient client;
    private final EventReader events;
    private final Linked linked;
    private final AtomicReference<@Nullable Link> current = new AtomicReference<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "redis-link"));

    /** The id of the last link that Redis may know of, and who began what it had. */
    private String lastLink = "";

    private String begunBy = "";

    /** Of the keeper's thread: why it can't link again, or "" when it has not tried. */
    private String obstacle = "";

    /** Who is told of links. */
    interface Linked {
        /**
         * There is a link that nobody else knows of yet: what this server has goes to Redis, and
         * its rooms go on through the link. Blocks; on the keeper's thread.
         */
        void onJoined(Link link);

        /** Everybody uses the link by now. On the keeper's thread. */
        void onLinked(Link link);

        /** Nobody can any more. On any thread. */
        void onLost(Link link);
    }

    LinkKeeper(String url, String prefix, ChatOptions rooms, LinkListener listener, Linked linked) {
        this.prefix = prefix;
        this.rooms = rooms;
        this.linked = linked;
        this.events = new EventReader(listener);
        this.uri = RedisURI.create(url);
        uri.setTimeout(PATIENCE);
        this.client = RedisClient.create(uri);
        client.setOptions(
                ClientOptions.builder()
                        .protocolVersion(ProtocolVersion.RESP3) // Answers and events together.
                        .autoReconnect(false)
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .requestQueueSize(MOST_PENDING)
                        .timeoutOptions(TimeoutOptions.enabled(PATIENCE))
                        .socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
                        .build());
    }

    /**
     * Makes the first link.
     *
     * @throws ServerStartException when that is not possible
     */
    void start() {
        try {
            joinFirst();
        } catch (RedisException e) {
            close();
            throw new ServerStartException("can't reach " + address() + ": " + reason(e));
        } catch (ServerStartException e) {
            close();
            throw e;
        }
        var unused =
                thread.scheduleWithFixedDelay(
                        this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void joinFirst() {
        for (int tries = 1; ; tries++) {
            try {
                join();
                return;
            } catch (RedisException e) {
                if (isRefusal(e) || tries == FIRST_TRIES) {
                    throw e;
                }
                log.debug("no link to {} yet: {}", address(), reason(e));
            }
        }
    }

    /** Whether it was an answer, if only that nobody listens there, and not just late. */
    private static boolean isRefusal(RedisException error) {
        return error instanceof RedisCommandExecutionException
                || first(error) instanceof IOException;
    }

    /** Without the password. */
    private HostPort address() {
        return new HostPort(uri.getHost(), uri.getPort());
    }

    private static String reason(Throwable error) {
        Throwable first = first(error);
        String message = first.getMessage();
        return message == null ? first.getClass().getSimpleName() : message;
    }

    private static Throwable first(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return first;
    }

    /** The link that can be used now, or null. Any thread. */
    @Nullable Link current() {
        return current.get();
    }

    private void beat() {
        Link link = current.get();
        try {
            if (link == null) {
                joinAgain();
            } else {
                renew(link);
            }
        } catch (RedisException e) {
            log.debug("could not renew, and lost the link: {}", reason(e));
        } catch (RuntimeException e) {
            log.error("keeping the link failed", e);
        }
    }

    private void joinAgain() {
        try {
            join();
            obstacle = "";
        } catch (RedisException | ServerStartException e) {
            tell(reason(e));
        }
    }

    /** Once each time that it is another one: somebody may have to do something about it. */
    private void tell(String newObstacle) {
        Level level = newObstacle.equals(obstacle) ? Level.DEBUG : Level.WARN;
        obstacle = newObstacle;
        log.atLevel(level).log("no link redis={} reason={}", address(), newObstacle);
    }

    private static void renew(Link link) {
        boolean more = true;
        while (more) {
            more = get(link.list(Script.RENEW, LEASE.toMillis())).get(0).equals(1L);
        }
    }

    /** Waits on the keeper's thread; Redis' time-out is the bound. */
    static <T> T get(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RedisException redis ? redis : e;
        }
    }

    private void join() {
        String id = UUID.randomUUID().toString();
        Link link =
                new Link(
                        id,
                        prefix,
                        client.connectPubSub(
                                RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), uri),
                        this::onLost);
        try {
            link.open(events);
            List<Object> joined =
                    get(
                            link.list(
                                    Script.JOIN,
                                    LEASE.toMillis(),
                                    lastLink,
                                    begunBy,
                                    rooms.roomStart(),
                                    rooms.rooms(),
                                    rooms.roomSize()));
            lastLink = id;
            checkShape(joined);
            begunBy = text(joined.get(0));
            link.joined((Long) joined.get(1));
            linked.onJoined(link);
            publish(link);
        } catch (RuntimeException e) {
            link.lose(reason(e));
            throw e;
        }
        log.info("linked redis={} link={}", address(), link.number());
        linked.onLinked(link);
    }

    /** Whoever loses a link marks it first and takes it from here after, so one of both sees it. */
    private void publish(Link link) {
        current.set(link);
        if (link.isLost()) {
            current.compareAndSet(link, null);
            throw new RedisException("the link was lost at once");
        }
    }

    private static void checkShape(List<Object> joined) {
        if (text(joined.get(0)).isEmpty()) {
            throw new ServerStartException(
                    "the other servers at this Redis have --room-start %s --rooms %s --room-size %s"
                            .formatted(
                                    text(joined.get(1)), text(joined.get(2)), text(joined.get(3))));
        }
    }

    static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    private void onLost(Link link, String reason) {
        if (current.compareAndSet(link, null)) {
            log.warn("link lost redis={} link={} reason={}", address(), link.number(), reason);
        }
        linked.onLost(link);
    }

    /** Takes leave of the other servers. Called once, when nobody is logged in any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        Link link = current.get();
        if (link != null) {
            try {
                while (get(link.list(Script.PART)).get(0).equals(1L)) {
                    log.debug("clearing away");
                }
            } catch (RuntimeException e) {
                log.debug("could not take leave: {}", reason(e));
            }
            link.lose("the server stops");
        }
        client.shutdown(Duration.ZERO, PATIENCE);
    }
}
