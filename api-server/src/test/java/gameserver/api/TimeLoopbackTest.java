package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ends by itself. In memory time is moved by hand; Redis has a clock of its own. */
final class TimeLoopbackTest {
    private static final Duration ALMOST = Duration.ofMillis(1);

    private final ManualClock clock = new ManualClock();

    private TestApi start() {
        return TestApi.start(Storage.SQLITE_AND_MEMORY, clock);
    }

    private static Answer issue(TestApi api, String access) {
        return api.tokenFor(access, "chat").send().expect(200);
    }

    @Test
    void aLoginTokenIsGoodFor30Seconds() {
        try (TestApi api = start()) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            Answer answer = issue(api, access);
            String late = issue(api, access).text("token");
            clock.advance(Duration.ofSeconds(30).minus(ALMOST));
            api.assertConsumed(true, answer.text("token"), "mina", "chat-1");

            clock.advance(ALMOST);

            api.assertConsumed(false, late, "mina", "chat-1");
            assertEquals("2030-01-01T00:00:30Z", answer.text("expiresAt"));
        }
    }

    @Test
    void anAccessTokenIsGoodForAnHour() {
        try (TestApi api = start()) {
            String access = api.logIn("mina");
            clock.advance(Duration.ofHours(1).minus(ALMOST));
            api.tokenFor(access, "chat").send().expectProblem(503);

            clock.advance(ALMOST);

            api.tokenFor(access, "chat").send().expectProblem(401);
        }
    }

    @Test
    void aServerIsGoneAfter6SecondsWithoutAHeartbeat() {
        try (TestApi api = start()) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            clock.advance(Duration.ofSeconds(6).minus(ALMOST));
            assertEquals(1, api.get("/v1/servers").json().path("servers").size());

            clock.advance(ALMOST);

            assertEquals("{\"servers\":[]}", api.get("/v1/servers").body());
            api.tokenFor(access, "chat").send().expectProblem(503);
            String elsewhere = TestApi.server("chat", 0, 9, false).replace("10.0.0.1", "10.0.0.2");
            api.heartbeat("chat-1", elsewhere).expect(204);
        }
    }

    @Test
    void everyHeartbeatRenewsTheLease() {
        try (TestApi api = start()) {
            for (int i = 0; i < 10; i++) {
                api.heartbeat("chat-1", "chat", 0);
                clock.advance(Duration.ofSeconds(5));
            }

            assertEquals(1, api.get("/v1/servers").json().path("servers").size());
        }
    }

    @Test
    void aPlaceThatNobodyComesForIsFreeAfter30Seconds() {
        try (TestApi api = start()) {
            String json = TestApi.server("chat", 0, 1, false);
            api.heartbeat("chat-1", json).expect(204);
            issue(api, api.logIn("mina"));
            String other = api.logIn("other");
            clock.advance(Duration.ofSeconds(30).minus(ALMOST));
            api.heartbeat("chat-1", json).expect(204);
            api.tokenFor(other, "chat").send().expectProblem(503);

            clock.advance(ALMOST);

            issue(api, other);
        }
    }

    @Test
    void aPlaceIsFreeWhenItsUserHasComeAndIsCounted() {
        try (TestApi api = start()) {
            api.heartbeat("chat-1", TestApi.server("chat", 0, 2, false)).expect(204);
            String access = api.logIn("mina");
            api.assertConsumed(true, issue(api, access).text("token"), "mina", "chat-1");
            clock.advance(Duration.ofSeconds(4));
            api.heartbeat("chat-1", TestApi.server("chat", 1, 2, false)).expect(204);

            issue(api, api.logIn("other"));

            api.tokenFor(api.logIn("third"), "chat").send().expectProblem(503);
        }
    }

    @Test
    void redisKeepsNothingLongerThanItsTime() {
        try (RedisKeys keys = new RedisKeys(RedisServer.sharedUrl());
                TestApi api = TestApi.startOn(keys)) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            issue(api, access);
            api.post("/v1/login", TestApi.credentials("mina", "wrong password")).expect(401);

            for (String key : keys.names()) {
                long longest = longest(key);
                long left = keys.timeToLive(key);
                assertTrue(left <= longest, () -> key + " lives for " + left);
                assertTrue(left > longest - 5000, () -> key + " lives for " + left);
            }
            assertEquals(
                    List.of("access", "failures", "failures", "login", "reserved", "server"),
                    keys.names().stream()
                            .map(key -> key.replaceAll(":.*", ""))
                            .filter(key -> !key.equals("servers"))
                            .toList());
        }
    }

    /** -1 is Redis' word for a key without an end: the set of ids, which drops those that ended. */
    private static long longest(String key) {
        if (key.equals("servers")) {
            return -1;
        }
        Duration life =
                switch (key.replaceAll(":.*", "")) {
                    case "access" -> Duration.ofHours(1);
                    case "failures" -> Duration.ofMinutes(1);
                    case "login", "reserved" -> Duration.ofSeconds(30);
                    case "server" -> Duration.ofSeconds(6);
                    default -> throw new AssertionError("what is " + key + "?");
                };
        return life.toMillis();
    }

    @Test
    void whatRedisHasForgottenIsNoMore() {
        try (RedisKeys keys = new RedisKeys(RedisServer.sharedUrl());
                TestApi api = TestApi.startOn(keys)) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            String token = issue(api, access).text("token");

            keys.expire("login:");
            api.assertConsumed(false, token, "mina", "chat-1");
            keys.expire("access:");
            api.tokenFor(access, "chat").send().expectProblem(401);
        }
    }

    @Test
    void aServerWhoseLeaseHasEndedInRedisLeavesNothingThere() {
        try (RedisKeys keys = new RedisKeys(RedisServer.sharedUrl());
                TestApi api = TestApi.startOn(keys)) {
            api.heartbeat("chat-1", "chat", 0);
            keys.expire("server:");

            assertEquals("{\"servers\":[]}", api.get("/v1/servers").body());

            assertEquals(List.of(), keys.names());
        }
    }
}
