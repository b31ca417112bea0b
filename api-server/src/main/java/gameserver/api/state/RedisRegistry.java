package gameserver.api.state;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The registry of all API servers. Each game server is a hash that expires with its lease; a set
 * has the ids. The reservations of a server are a sorted set: each holder, by the end of its
 * reservation. Time is that of Redis, of which there is one.
 */
final class RedisRegistry implements ServerRegistry {
    private static final String RENEW =
            """
            local address = redis.call('HGET', KEYS[1], 'address')
            if address and address ~= ARGV[1] then
              return 0
            end
            redis.call('HSET', KEYS[1], 'address', ARGV[1], 'info', ARGV[2])
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            redis.call('SADD', KEYS[2], KEYS[1])
            return 1
            """;

    private static final String LIST =
            """
            local servers = {}
            for _, key in ipairs(redis.call('SMEMBERS', KEYS[1])) do
              local info = redis.call('HGET', key, 'info')
              if info then
                table.insert(servers, info)
              else
                redis.call('SREM', KEYS[1], key)
              end
            end
            return servers
            """;

    /** ARGV has the life, the most places, and then the holders. */
    private static final String RESERVE =
            """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
            local sum = redis.call('ZCARD', KEYS[1])
            for i = 3, #ARGV do
              if not redis.call('ZSCORE', KEYS[1], ARGV[i]) then
                sum = sum + 1
              end
            end
            if sum > tonumber(ARGV[2]) then
              return 0
            end
            for i = 3, #ARGV do
              redis.call('ZADD', KEYS[1], now + ARGV[1], ARGV[i])
            end
            local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
            redis.call('PEXPIREAT', KEYS[1], last[2])
            return 1
            """;

    private final RedisState redis;
    private final String ids;
    private final String server;
    private final String reserved;

    RedisRegistry(RedisState redis, String prefix) {
        this.redis = redis;
        ids = prefix + "servers";
        server = prefix + "server:";
        reserved = prefix + "reserved:";
    }

    @Override
    public boolean renew(GameServerInfo info) {
        String[] keys = {server + info.id(), ids};
        String address = info.address().toString();
        String lease = Long.toString(LEASE.toMillis());
        return redis.<Boolean>ask(
                commands ->
                        commands.eval(
                                RENEW,
                                ScriptOutputType.BOOLEAN,
                                keys,
                                address,
                                RedisJson.write(info),
                                lease));
    }

    @Override
    public List<GameServerInfo> list() {
        List<String> servers =
                redis.ask(commands -> commands.eval(LIST, ScriptOutputType.MULTI, ids));
        return servers.stream()
                .map(json -> RedisJson.read(json, GameServerInfo.class))
                .sorted(Comparator.comparing(GameServerInfo::id))
                .toList();
    }

    @Override
    public boolean reserve(String serverId, Collection<String> holders, Duration life, int most) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(life.toMillis()));
        arguments.add(Integer.toString(most));
        arguments.addAll(holders);
        return redis.<Boolean>ask(
                commands ->
                        commands.eval(
                                RESERVE,
                                ScriptOutputType.BOOLEAN,
                                new String[] {reserved + serverId},
                                arguments.toArray(String[]::new)));
    }

    @Override
    public void release(String serverId, String holder) {
        redis.ask(commands -> commands.zrem(reserved + serverId, holder));
    }
}
