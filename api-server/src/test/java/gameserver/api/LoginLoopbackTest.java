package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** {@code POST /v1/login} and {@code /v1/logout}. */
final class LoginLoopbackTest {
    private final TestApi api;

    LoginLoopbackTest(TestApi api) {
        this.api = api;
    }

    private Answer logIn(String userId, String password) {
        return api.post("/v1/login", credentials(userId, password));
    }

    private Answer logInToGame(String userId, String game) {
        String json =
                "{\"userId\": \"%s\", \"password\": \"%s\", \"game\": \"%s\"}"
                        .formatted(userId, PASSWORD, game);
        return api.post("/v1/login", json);
    }

    @OnEachStorage
    void theRightPasswordGivesAnAccessTokenForAnHour() {
        api.register("mina");
        Instant before = Instant.now();

        Answer answer = logIn("mina", PASSWORD).expect(200);

        assertTrue(answer.text("accessToken").matches("[A-Za-z0-9_-]{43}"), answer.body());
        Instant expiresAt = Instant.parse(answer.text("expiresAt"));
        assertFalse(expiresAt.isBefore(before.plusSeconds(3600 - 1)), answer.body());
        assertFalse(expiresAt.isAfter(Instant.now().plusSeconds(3600)), answer.body());
        assertEquals(2, answer.json().size(), answer.body());
    }

    @OnEachStorage
    void aHangulIdLogsIn() {
        api.register("한글이름");

        logIn("한글이름", PASSWORD).expect(200);
        logIn("한글이른", PASSWORD).expectProblem(401);
    }

    @OnEachStorage
    void aWrongPasswordAndAnUnknownIdAreTheSame401() {
        api.register("victim");

        Answer wrong = logIn("victim", "wrong password").expectProblem(401);
        Answer unknown = logIn("nobody", "wrong password").expectProblem(401);

        assertEquals(wrong.body(), unknown.body());
        assertEquals("Bearer", wrong.header("WWW-Authenticate"));
    }

    @OnEachStorage
    void whatNoAccountCanHaveIsAWrongLoginToo() {
        logIn("\\u0000", PASSWORD).expectProblem(401); // PostgreSQL stores no NUL.
        logIn("\\ud800", PASSWORD).expectProblem(401);
        logIn("x".repeat(10_000), PASSWORD).expectProblem(401);
        logIn("short", "pw").expectProblem(401);
        logIn("long", "p".repeat(10_000)).expectProblem(401);
    }

    @OnEachStorage
    void aHundredLoginsToOneAccountAtATimeAllSucceed() {
        api.register("crowd");

        List<Answer> answers =
                Http.together(
                        100,
                        i -> api.call("POST", "/v1/login").json(credentials("crowd", PASSWORD)));

        assertEquals(100, Http.count(answers, 200), answers::toString);
        assertEquals(100, answers.stream().map(a -> a.text("accessToken")).distinct().count());
    }

    @OnEachStorage
    void withAGameItGivesALoginTokenAndTheServerToo() {
        api.serverAlive("login-1", TestApi.server("login", 0, 100, false));
        api.register("gamer");

        Answer answer = logInToGame("gamer", "login").expect(200);

        String token = answer.text("token");
        assertTrue(token.matches("[A-Za-z0-9_-]{16}"), answer.body());
        JsonNode server = answer.json().path("server");
        assertEquals(
                "{\"id\":\"login-1\",\"host\":\"10.0.0.1\",\"port\":11021}", server.toString());
        api.assertConsumed(true, token, "gamer", "login-1");
        api.tokenFor(answer.text("accessToken"), "login").send().expect(200);
    }

    @OnEachStorage
    void withAGameThatNoServerPlaysItIs503() {
        api.register("eager");

        Answer answer = logInToGame("eager", "unplayed").expectProblem(503);

        assertEquals("2", answer.header("Retry-After"));
    }

    @OnEachStorage
    void aWrongPasswordTakesNoPlaceOnAServer() {
        api.serverAlive("tiny-1", TestApi.server("tiny", 0, 1, false));
        String json = "{\"userId\": \"n\", \"password\": \"wrong password\", \"game\": \"tiny\"}";

        api.post("/v1/login", json).expectProblem(401);

        api.tokenFor(api.logIn("prompt"), "tiny").send().expect(200);
    }

    @OnEachStorage
    void aLogoutVoidsTheAccessTokenAndNoOther() {
        api.serverAlive("leave-1", TestApi.server("leave", 0, 100, false));
        String first = api.logIn("leaver");
        String second = logIn("leaver", PASSWORD).expect(200).text("accessToken");

        Answer answer = api.call("POST", "/v1/logout").bearer(first).send().expect(204);

        assertEquals("", answer.body());
        api.tokenFor(first, "leave").send().expectProblem(401);
        api.call("POST", "/v1/logout").bearer(first).send().expectProblem(401);
        api.tokenFor(second, "leave").send().expect(200);
    }

    @OnEachStorage
    void withoutAValidAccessTokenItIs401() {
        String good = api.logIn("proper");
        Http.Call none = api.call("POST", "/v1/logout");

        Answer answer = none.send().expectProblem(401);

        assertEquals("Bearer", answer.header("WWW-Authenticate"));
        assertRefused("Basic " + good);
        assertRefused("Bearer");
        assertRefused("Bearer ");
        assertRefused("Bearer " + good + "x");
        assertRefused("Bearer " + good.substring(1));
        assertRefused("Bearer " + TestApi.SECRET);
        api.call("POST", "/v1/logout").header("Authorization", "bearer " + good).send().expect(204);
    }

    private void assertRefused(String authorization) {
        api.call("POST", "/v1/logout")
                .header("Authorization", authorization)
                .send()
                .expectProblem(401);
    }
}
