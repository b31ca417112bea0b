package gameserver.api;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.UUID;

/** Keys of a test's own in a Redis, looked at behind the server's back, gone when it is closed. */
final class RedisKeys implements AutoCloseable {
    private final String url;
    private final String prefix = "test-" + UUID.randomUUID() + ":";
    private final RedisClient client;
    private final RedisCommands<String, String> commands;

    RedisKeys(String url) {
        this.url = url;
        client = RedisClient.create(url);
        commands = client.connect().sync();
    }

    /** As {@code --redis} and {@code --redis-prefix} take it. */
    List<String> options() {
        return List.of("--redis=" + url, "--redis-prefix=" + prefix);
    }

    /** All of them, without the prefix that this run has given them. */
    List<String> names() {
        return keys().stream().map(key -> key.substring(prefix.length())).sorted().toList();
    }

    /** What is left of a key's life in milliseconds. */
    long timeToLive(String name) {
        return commands.pttl(prefix + name);
    }

    /** Ends the life of all keys whose name begins so, as if their time were over. */
    void expire(String nameStart) {
        keys().stream()
                .filter(key -> key.startsWith(prefix + nameStart))
                .forEach(key -> commands.pexpire(key, 0));
    }

    private List<String> keys() {
        return commands.keys(prefix + "*");
    }

    @Override
    public void close() {
        keys().forEach(commands::del);
        client.shutdown();
    }
}
