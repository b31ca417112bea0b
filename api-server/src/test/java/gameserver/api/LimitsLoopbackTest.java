package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told 429, and when it is allowed again. Time is moved by hand. */
final class LimitsLoopbackTest {
    private final ManualClock clock = new ManualClock();

    private TestApi start(String... options) {
        return TestApi.start(Storage.SQLITE_AND_MEMORY, clock, options);
    }

    private static Answer logIn(TestApi api, String userId, String password) {
        return api.post("/v1/login", credentials(userId, password));
    }

    private static void fail(TestApi api, String userId, int times) {
        for (int i = 0; i < times; i++) {
            logIn(api, userId, "wrong password").expectProblem(401);
        }
    }

    @Test
    void afterFiveFailuresInAMinuteAnAccountWaits() {
        try (TestApi api = start()) {
            api.register("victim");
            api.register("other");
            fail(api, "victim", 1);
            clock.advance(Duration.ofSeconds(20));
            fail(api, "victim", 4);

            Answer answer = logIn(api, "victim", PASSWORD).expectProblem(429);

            assertEquals("40", answer.header("Retry-After"));
            logIn(api, "other", PASSWORD).expect(200);
            clock.advance(Duration.ofMillis(39_999));
            answer = logIn(api, "victim", PASSWORD).expectProblem(429);
            assertEquals("1", answer.header("Retry-After"));
            clock.advance(Duration.ofMillis(1));
            logIn(api, "victim", PASSWORD).expect(200);
        }
    }

    @Test
    void theNextMinuteCountsAnew() {
        try (TestApi api = start()) {
            api.register("again");
            fail(api, "again", 5);
            logIn(api, "again", "wrong password").expectProblem(429);
            clock.advance(Duration.ofMinutes(1));

            fail(api, "again", 5);

            logIn(api, "again", PASSWORD).expectProblem(429);
        }
    }

    @Test
    void fourFailuresAreForgiven() {
        try (TestApi api = start()) {
            api.register("clumsy");
            fail(api, "clumsy", 4);

            logIn(api, "clumsy", PASSWORD).expect(200);
        }
    }

    @Test
    void anAccountThatDoesNotExistWaitsToo() {
        try (TestApi api = start()) {
            fail(api, "nobody", 5);
            logIn(api, "nobody", "wrong password").expectProblem(429);

            for (int i = 0; i < 5; i++) {
                logIn(api, "\\u0000", "pw").expectProblem(401);
            }
            logIn(api, "\\u0000", "pw").expectProblem(429);
        }
    }

    @Test
    void ofAHundredGuessesAtATimeFiveAreAnswered() {
        try (TestApi api = start()) {
            api.register("guessed");

            List<Answer> answers =
                    Http.together(
                            100,
                            i ->
                                    api.call("POST", "/v1/login")
                                            .json(credentials("guessed", "wrong password " + i)));

            assertEquals(5, Http.count(answers, 401), answers::toString);
            assertEquals(95, Http.count(answers, 429));
        }
    }

    @Test
    void anAddressThatFailsAHundredTimesWaits() {
        try (TestApi api = start()) {
            api.register("innocent");
            for (int i = 0; i < 20; i++) {
                fail(api, "guess" + i, 5);
            }

            Answer answer = logIn(api, "innocent", PASSWORD).expectProblem(429);

            assertEquals("60", answer.header("Retry-After"));
            clock.advance(Duration.ofMinutes(1));
            logIn(api, "innocent", PASSWORD).expect(200);
        }
    }

    @Test
    void failuresAreCountedInRedisForAllServers() {
        try (RedisKeys keys = new RedisKeys(RedisServer.sharedUrl());
                TestApi api = TestApi.startOn(keys);
                TestApi twin = api.startTwin()) {
            api.register("shared");
            fail(api, "shared", 3);
            fail(twin, "shared", 2);

            Answer answer = logIn(api, "shared", PASSWORD).expectProblem(429);
            logIn(twin, "shared", PASSWORD).expectProblem(429);

            int seconds = Integer.parseInt(answer.header("Retry-After"));
            assertTrue(seconds > 40 && seconds <= 60, answer.header("Retry-After"));
            keys.expire("failures:");
            logIn(api, "shared", PASSWORD).expect(200);
        }
    }

    @Test
    void anAddressThatSendsTooMuchIsTold429AndMayGoOnASecondLater() {
        try (TestApi api = start("--max-requests-per-second=5")) {
            for (int i = 0; i < 10; i++) { // A burst of two seconds' worth.
                api.get("/v1/servers").expect(200);
            }

            Answer answer = api.get("/v1/servers").expectProblem(429);

            assertEquals("1", answer.header("Retry-After"));
            api.post("/v1/login", credentials("a", PASSWORD)).expectProblem(429);
            clock.advance(Duration.ofSeconds(1));
            for (int i = 0; i < 5; i++) {
                api.get("/v1/servers").expect(200);
            }
            api.get("/v1/servers").expectProblem(429);
        }
    }

    @Test
    void gameServersAndOperatorsAreNotCounted() {
        try (TestApi api = start("--max-requests-per-second=1")) {
            for (int i = 0; i < 20; i++) {
                api.heartbeat("busy-1", "busy", i);
                api.get("/livez").expect(200);
                api.get("/readyz").expect(200);
            }

            api.get("/v1/servers").expect(200);
        }
    }

    @Test
    void guessingTheSecretIsCounted() {
        try (TestApi api = start("--max-requests-per-second=1")) {
            String path = "/v1/internal/servers/guess-1";
            api.call("PUT", path).bearer("wrong").json("{}").send().expectProblem(401);
            api.call("PUT", path).bearer("wrong").json("{}").send().expectProblem(401);

            api.call("PUT", path).bearer("wrong").json("{}").send().expectProblem(429);
        }
    }
}
