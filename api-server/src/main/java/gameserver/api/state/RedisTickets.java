package gameserver.api.state;

import io.lettuce.core.KeyValue;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tickets of all API servers: a hash with the JSON of each, by the id of its user. */
final class RedisTickets implements Tickets {
    /** ARGV has user, before, after for each change; an empty text is no ticket. */
    private static final String CHANGE =
            """
            for i = 1, #ARGV, 3 do
              if (redis.call('HGET', KEYS[1], ARGV[i]) or '') ~= ARGV[i + 1] then
                return 0
              end
            end
            for i = 1, #ARGV, 3 do
              if ARGV[i + 2] == '' then
                redis.call('HDEL', KEYS[1], ARGV[i])
              else
                redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 2])
              end
            end
            return 1
            """;

    private final RedisState redis;
    private final String key;

    RedisTickets(RedisState redis, String prefix) {
        this.redis = redis;
        key = prefix + "tickets";
    }

    @Override
    public List<Ticket> all() {
        List<String> tickets = redis.ask(commands -> commands.hvals(key));
        return tickets.stream().map(RedisTickets::fromJson).toList();
    }

    @Override
    public int count() {
        long count = redis.ask(commands -> commands.hlen(key));
        return Math.toIntExact(count);
    }

    @Override
    public Map<String, Ticket> find(Collection<String> userIds) {
        if (userIds.isEmpty()) {
            return Map.of();
        }
        String[] fields = userIds.toArray(String[]::new);
        List<KeyValue<String, String>> found = redis.ask(commands -> commands.hmget(key, fields));
        return found.stream()
                .filter(KeyValue::hasValue)
                .collect(Collectors.toMap(KeyValue::getKey, field -> fromJson(field.getValue())));
    }

    @Override
    public boolean change(List<Change> changes) {
        List<String> arguments = new ArrayList<>();
        for (Change change : changes) {
            arguments.add(change.userId());
            arguments.add(toJson(change.before()));
            arguments.add(toJson(change.after()));
        }
        return redis.<Boolean>ask(
                commands ->
                        commands.eval(
                                CHANGE,
                                ScriptOutputType.BOOLEAN,
                                new String[] {key},
                                arguments.toArray(String[]::new)));
    }

    private static String toJson(@Nullable Ticket ticket) {
        return ticket == null ? "" : RedisJson.write(ticket);
    }

    private static Ticket fromJson(String json) {
        return RedisJson.read(json, Ticket.class);
    }
}
