package gameserver.chat2.shared;

import gameserver.chat.User;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisConnectionStateAdapter;
import io.lettuce.core.RedisException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connection of this server to Redis, from joining the other servers to losing sight of them.
 *
 * <p>What is asked and what Redis tells both go through this connection, so nothing can be missed
 * without the link being lost. And it is lost with the first thing that goes wrong: a connection
 * that ends, an error, an answer that takes too long. What belongs to a lost link has no effect any
 * more, here or in Redis, however late it comes; the next link begins anew, under another name.
 *
 * <p>Any thread.
 */
final class Link {
    private final String id;
    private final String prefix;
    private final StatefulRedisPubSubConnection<String, byte[]> connection;
    private final BiConsumer<Link, String> onLost;
    private final Map<Script, String> digests = new EnumMap<>(Script.class);
    private final AtomicBoolean lost = new AtomicBoolean();
    private final AtomicLong lastRequest = new AtomicLong();

    /** Set before anyone but the thread that keeps the link knows of it. */
    private volatile long number;

    /** Requests that have taken effect when their event arrives. At most one per user. */
    private final ConcurrentMap<Long, Pending> pending = new ConcurrentHashMap<>();

    /**
     * A request whose event has not come yet.
     *
     * @param result completed by whoever takes the request
     */
    record Pending(User user, CompletableFuture<Reply> result) {
        void succeed() {
            result.complete(Reply.SUCCESS);
        }

        /** Its event came and could not be applied, which is a bug of ours. */
        void fail(Throwable cause) {
            result.completeExceptionally(cause);
        }
    }

    /**
     * Which request an event is the effect of.
     *
     * @param number unique on {@code link}; 0 for none
     * @param own whether what has happened is of a user of this server
     */
    record Request(Link link, long number, boolean own) {
        /** The request, for who is the first to take it: to apply its event, or to give it up. */
        @Nullable Pending take() {
            return own ? link.pending.remove(number) : null;
        }
    }

    /**
     * A link through a connection that nobody else uses.
     *
     * @param id never used before
     * @param onLost called once, on any thread, with the reason
     */
    Link(
            String id,
            String prefix,
            StatefulRedisPubSubConnection<String, byte[]> connection,
            BiConsumer<Link, String> onLost) {
        this.id = id;
        this.prefix = prefix;
        this.connection = connection;
        this.onLost = onLost;
    }

    /** Begins to listen. Blocks; for the thread that keeps the link. */
    void open(EventReader events) {
        for (Script script : Script.values()) {
            digests.put(script, connection.sync().scriptLoad(script.source()));
        }
        connection.addListener(
                new RedisPubSubAdapter<>() {
                    @Override
                    public void message(String channel, byte[] event) {
                        events.read(Link.this, event);
                    }
                });
        connection.addListener(
                new RedisConnectionStateAdapter() {
                    @Override
                    public void onRedisDisconnected(RedisChannelHandler<?, ?> gone) {
                        lose("the connection has ended");
                    }
                });
        connection.sync().subscribe(prefix + "to:" + id);
    }

    String id() {
        return id;
    }

    /** Which of all links of all servers it is, counted from 1. */
    long number() {
        return number;
    }

    /** Redis knows of it, under this number too. */
    void joined(long number) {
        this.number = number;
    }

    boolean isLost() {
        return lost.get();
    }

    /** Runs a script that may refuse. When the link is lost it does, with 114. */
    CompletionStage<Reply> call(Script script, Object... args) {
        return list(script, args).thenApply(Reply::of).exceptionally(failure -> Reply.UNAVAILABLE);
    }

    /** Runs a script. Fails when the link is lost, which a script that fails brings about. */
    CompletionStage<List<Object>> list(Script script, Object... args) {
        if (isLost()) {
            return CompletableFuture.failedStage(new RedisException("the link is lost"));
        }
        List<byte[]> values = new ArrayList<>();
        values.add(bytes(id));
        for (Object arg : args) {
            values.add(bytes(arg));
        }
        CompletionStage<List<Object>> result;
        try {
            result =
                    connection
                            .async()
                            .evalsha(
                                    digests.get(script),
                                    ScriptOutputType.MULTI,
                                    new String[] {prefix},
                                    values.toArray(byte[][]::new));
        } catch (RedisException e) {
            result = CompletableFuture.failedStage(e);
        }
        return result.whenComplete(
                (value, failure) -> {
                    if (failure != null) {
                        lose(script + ": " + failure.getMessage());
                    }
                });
    }

    private static byte[] bytes(Object arg) {
        return arg instanceof byte[] raw ? raw : arg.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Asks for something that has taken effect when all servers are told of it. */
    CompletionStage<Reply> ask(Script script, User user, Object... args) {
        long request = lastRequest.incrementAndGet();
        Pending asked = new Pending(user, new CompletableFuture<>());
        pending.put(request, asked);
        List<Object> all = new ArrayList<>(List.of(request));
        all.addAll(List.of(args));
        return call(script, all.toArray())
                .thenCompose(
                        reply -> {
                            if (!reply.isSuccess() && pending.remove(request) != null) {
                                asked.result.complete(reply);
                            }
                            return asked.result;
                        });
    }

    /** Ends it. Only the first call does something. */
    void lose(String reason) {
        if (!lost.getAndSet(true)) {
            onLost.accept(this, reason);
            pending.keySet().forEach(this::giveUp);
            var unused = connection.closeAsync();
        }
    }

    private void giveUp(long request) {
        Pending asked = pending.remove(request);
        if (asked != null) {
            asked.result.complete(Reply.UNAVAILABLE);
        }
    }
}
