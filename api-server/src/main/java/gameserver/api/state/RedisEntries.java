package gameserver.api.state;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import java.time.Duration;
import java.util.Optional;

/** Each entry is a Redis string with a time to live. */
final class RedisEntries implements ExpiringEntries {
    /** In one step, so that no count is left without an end. */
    private static final String INCREMENT =
            """
            local sum = redis.call('INCR', KEYS[1])
            if sum == 1 then
              redis.call('PEXPIRE', KEYS[1], ARGV[1])
            end
            return sum
            """;

    private final RedisState redis;
    private final String prefix;

    RedisEntries(RedisState redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    @Override
    public void put(String key, String value, Duration life) {
        redis.ask(commands -> commands.set(prefix + key, value, SetArgs.Builder.px(life)));
    }

    @Override
    public Optional<String> get(String key) {
        return redis.ask(commands -> Optional.ofNullable(commands.get(prefix + key)));
    }

    @Override
    public Optional<String> take(String key) {
        return redis.ask(commands -> Optional.ofNullable(commands.getdel(prefix + key)));
    }

    @Override
    public void remove(String key) {
        redis.ask(commands -> commands.del(prefix + key));
    }

    @Override
    public boolean claim(String key, Duration life) {
        SetArgs whereThereIsNone = SetArgs.Builder.nx().px(life);
        // Where there is one already, SET has no answer.
        return redis.ask(commands -> commands.set(prefix + key, "", whereThereIsNone) != null);
    }

    @Override
    public long increment(String key, Duration life) {
        String[] keys = {prefix + key};
        String millis = Long.toString(life.toMillis());
        return redis.<Long>ask(
                commands -> commands.eval(INCREMENT, ScriptOutputType.INTEGER, keys, millis));
    }

    @Override
    public Duration timeLeft(String key) {
        long millis = redis.ask(commands -> commands.pttl(prefix + key));
        return Duration.ofMillis(Math.max(0, millis)); // Less than 0 says that there is none.
    }
}
