package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.api.account.HashCost;
import gameserver.net.options.HostPort;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * An API server on a free port, and what its callers say again and again. The limit on requests is
 * off until a test sets it, and passwords cost next to nothing.
 */
final class TestApi implements AutoCloseable {
    static final String SECRET = "secret-of-the-tests";
    static final String PASSWORD = "correct horse";

    /** Fewer than connections to the database, so that nobody has to wait for one. */
    private static final int MOST_AT_A_TIME = 4;

    private static final HashCost CHEAP = new HashCost(8, 1);

    private final Api api;
    private final Http http;
    private final Storage.Space space;
    private final Map<String, String> alive = new HashMap<>();
    private final ScheduledExecutorService heartbeats =
            Executors.newSingleThreadScheduledExecutor();

    private TestApi(Api api, Storage.Space space) {
        this.api = api;
        this.space = space;
        http = new Http(api.address());
        Future<?> unused =
                heartbeats.scheduleWithFixedDelay(this::heartbeatAll, 1, 1, TimeUnit.SECONDS);
    }

    /** Starts one in a place of its own. */
    static TestApi start(Storage storage, InstantSource clock, String... options) {
        Storage.Space space = storage.open();
        try {
            return start(space, clock, options);
        } catch (RuntimeException e) {
            space.close();
            throw e;
        }
    }

    /** Starts one in {@code space}, which it closes. */
    static TestApi start(Storage.Space space, InstantSource clock, String... options) {
        return new TestApi(Api.start(options(space.options(), options), clock, CHEAP), space);
    }

    /** Starts one with accounts in a file and the rest in a Redis. */
    static TestApi startOn(RedisKeys keys) {
        Storage.Space file = Storage.SQLITE_AND_MEMORY.open();
        return start(file.with(keys.options()), InstantSource.system());
    }

    /** A second server in the same place. Close it first. */
    TestApi startTwin() {
        return startTwin(InstantSource.system());
    }

    TestApi startTwin(InstantSource clock) {
        return start(new Storage.Space(space.options(), List.of()), clock);
    }

    private static ApiOptions options(List<String> storage, String... more) {
        List<String> all = new ArrayList<>(storage);
        all.addAll(List.of("--bind=127.0.0.1:0", "--secret=" + SECRET, "--drain-timeout=0"));
        if (Arrays.stream(more).noneMatch(option -> option.startsWith("--max-requests"))) {
            all.add("--max-requests-per-second=0");
        }
        all.addAll(List.of(more));
        return ApiOptions.of(all.toArray(String[]::new));
    }

    Api api() {
        return api;
    }

    HostPort address() {
        return api.address();
    }

    Http.Call call(String method, String path) {
        return http.call(method, path);
    }

    Answer get(String path) {
        return call("GET", path).send();
    }

    Answer post(String path, String json) {
        return call("POST", path).json(json).send();
    }

    /** Opens an account with {@link #PASSWORD}. */
    void register(String userId) {
        post("/v1/accounts", credentials(userId, PASSWORD)).expect(201);
    }

    /** Opens an account and logs in to it. Returns the access token. */
    String logIn(String userId) {
        register(userId);
        return post("/v1/login", credentials(userId, PASSWORD)).expect(200).text("accessToken");
    }

    /**
     * Opens so many accounts, a few at a time, and logs in to them. Returns the access token of
     * each.
     */
    List<String> logInAll(String prefix, int count) {
        List<String> tokens = new ArrayList<>();
        for (int first = 0; first < count; first += MOST_AT_A_TIME) {
            int base = first;
            int some = Math.min(MOST_AT_A_TIME, count - first);
            IntFunction<String> account = i -> credentials(prefix + (base + i), PASSWORD);
            Http.together(some, i -> call("POST", "/v1/accounts").json(account.apply(i)))
                    .forEach(answer -> answer.expect(201));
            Http.together(some, i -> call("POST", "/v1/login").json(account.apply(i)))
                    .forEach(answer -> tokens.add(answer.expect(200).text("accessToken")));
        }
        return tokens;
    }

    static String credentials(String userId, String password) {
        return "{\"userId\": \"%s\", \"password\": \"%s\"}".formatted(userId, password);
    }

    /** A heartbeat with some users of 100. */
    void heartbeat(String id, String game, int users) {
        heartbeat(id, server(game, users, 100, false)).expect(204);
    }

    Answer heartbeat(String id, String json) {
        return heartbeating(id, json).send();
    }

    /**
     * A game server that goes on telling this of itself, as real ones do, until it tells something
     * else. The lease of one that tells it once may end in the middle of a test on a busy machine.
     */
    void serverAlive(String id, String json) {
        synchronized (alive) { // So that what it told before does not arrive after this.
            alive.put(id, json);
            heartbeat(id, json).expect(204);
        }
    }

    private void heartbeatAll() {
        synchronized (alive) {
            alive.forEach(this::heartbeat);
        }
    }

    Http.Call heartbeating(String id, String json) {
        return call("PUT", "/v1/internal/servers/" + id).bearer(SECRET).json(json);
    }

    /** What a game server tells of itself. */
    static String server(String game, int users, int capacity, boolean draining) {
        return """
               {"game": "%s", "host": "10.0.0.1", "port": 11021, "users": %d, "capacity": %d,
                "rooms": 3, "draining": %b}\
               """
                .formatted(game, users, capacity, draining);
    }

    /** Asks for a login token. */
    Http.Call tokenFor(String accessToken, String game) {
        return call("POST", "/v1/tokens")
                .bearer(accessToken)
                .json("{\"game\": \"%s\"}".formatted(game));
    }

    /** As the game server {@code serverId} asks when {@code userId} has come with a token. */
    Http.Call consuming(String token, String userId, String serverId) {
        return call("POST", "/v1/internal/tokens/consume")
                .bearer(SECRET)
                .json(
                        "{\"token\": \"%s\", \"userId\": \"%s\", \"serverId\": \"%s\"}"
                                .formatted(token, userId, serverId));
    }

    void assertConsumed(boolean expected, String token, String userId, String serverId) {
        Answer answer = consuming(token, userId, serverId).send().expect(200);
        assertEquals("{\"valid\":%b}".formatted(expected), answer.body());
    }

    @Override
    public void close() {
        heartbeats.shutdownNow();
        api.stop();
        space.close();
    }
}
