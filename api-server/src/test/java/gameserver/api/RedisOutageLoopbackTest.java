package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.RedisServer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Redis ends, comes back, or is there and says nothing: a Redis of the test's own. */
final class RedisOutageLoopbackTest {
    private static final Duration PROMPT = Duration.ofSeconds(1);

    private static TestApi start(RedisServer redis) {
        Storage.Space file = Storage.SQLITE_AND_MEMORY.open();
        return TestApi.start(file.with(List.of("--redis=" + redis.url())), InstantSource.system());
    }

    /** Everything that needs Redis is 503 within a second, and everything else works. */
    private static void assertEverythingFailsPromptly(TestApi api, String access, String token) {
        List<Http.Call> calls =
                List.of(
                        api.call("GET", "/readyz"),
                        api.call("GET", "/v1/servers"),
                        api.call("POST", "/v1/login").json(credentials("mina", PASSWORD)),
                        api.tokenFor(access, "chat"),
                        api.call("POST", "/v1/logout").bearer(access),
                        api.consuming(token, "mina", "chat-1"),
                        api.call("PUT", "/v1/internal/servers/chat-1")
                                .bearer(TestApi.SECRET)
                                .json(TestApi.server("chat", 0, 10, false)));
        long start = System.nanoTime();

        List<Answer> answers = Http.together(calls.size(), calls::get);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(PROMPT) < 0, () -> "answered after " + took);
        for (Answer answer : answers) {
            assertEquals("Redis does not answer", answer.expectProblem(503).text("detail"));
            assertEquals("1", answer.header("Retry-After"));
        }
        api.call("HEAD", "/readyz").send().expect(503);
        api.get("/livez").expect(200);
        api.get("/metrics").expect(200);
    }

    private static boolean isReady(TestApi api) {
        return api.get("/readyz").status() == 200;
    }

    @Test
    void aRedisThatEndsIsTold503UntilItIsBack() {
        try (RedisServer redis = RedisServer.start();
                TestApi api = start(redis)) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            String token = api.tokenFor(access, "chat").send().expect(200).text("token");
            try (LogCapture log = new LogCapture()) {
                redis.stop();
                Eventually.isTrue("it is noticed", () -> !isReady(api));
                assertEverythingFailsPromptly(api, access, token);
                assertEquals(List.of(), log.traces());
                api.register("newcomer"); // Needs the database only.

                redis.restart();
                Eventually.isTrue("it is back", () -> isReady(api));
            }

            // It has lost what it knew; heartbeats and logins bring it back.
            api.tokenFor(access, "chat").send().expectProblem(401);
            api.heartbeat("chat-1", "chat", 0);
            Answer again = api.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
            String fresh =
                    api.tokenFor(again.text("accessToken"), "chat")
                            .send()
                            .expect(200)
                            .text("token");
            api.assertConsumed(true, fresh, "mina", "chat-1");
        }
    }

    @Test
    void aRedisThatFreezesIsTold503UntilItThaws() {
        try (RedisServer redis = RedisServer.start();
                TestApi api = start(redis)) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            String token = api.tokenFor(access, "chat").send().expect(200).text("token");
            try (LogCapture log = new LogCapture()) {
                redis.freeze();
                assertEverythingFailsPromptly(api, access, token);
                assertEquals(List.of(), log.traces());

                redis.thaw();
                Eventually.isTrue("it is back", () -> isReady(api));
            }

            api.heartbeat("chat-1", "chat", 0); // Its lease may have ended meanwhile.
            // The logout was told 503, but may have reached it: who logs in anew goes on.
            Answer again = api.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
            api.tokenFor(again.text("accessToken"), "chat").send().expect(200);
        }
    }

    @Test
    void aCrowdThatCallsAFrozenRedisIsToldPromptlyToo() {
        try (RedisServer redis = RedisServer.start();
                TestApi api = start(redis)) {
            String access = api.logIn("mina");
            redis.freeze();
            long start = System.nanoTime();

            List<Answer> answers = Http.together(100, i -> api.tokenFor(access, "chat"));

            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertEquals(100, Http.count(answers, 503), answers::toString);
            assertTrue(took.compareTo(PROMPT.multipliedBy(2)) < 0, () -> "took " + took);
        }
    }

    @Test
    void anOutageIsNotLoggedWithEveryCall() {
        try (RedisServer redis = RedisServer.start();
                TestApi api = start(redis)) {
            redis.stop();
            Eventually.isTrue("it is noticed", () -> !isReady(api));
            long start = System.nanoTime();
            try (LogCapture log = new LogCapture()) {
                Http.together(100, i -> api.call("GET", "/v1/servers"))
                        .forEach(answer -> answer.expectProblem(503));

                long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() + 1;
                List<String> warnings =
                        log.lines().stream().filter(l -> l.contains("Redis does not")).toList();
                assertTrue(warnings.size() <= seconds + 1, warnings::toString);
                assertEquals(List.of(), log.traces());
            }
        }
    }
}
