package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** {@code POST /v1/tokens} and {@code /v1/internal/tokens/consume}. Each test has its own game. */
final class LoginTokensLoopbackTest {
    private final TestApi api;

    LoginTokensLoopbackTest(TestApi api) {
        this.api = api;
    }

    private String issue(String accessToken, String game) {
        return api.tokenFor(accessToken, game).send().expect(200).text("token");
    }

    private void start(String id, String game, int users, int capacity) {
        api.serverAlive(id, TestApi.server(game, users, capacity, false));
    }

    @OnEachStorage
    void aTokenIsGoodForOneLogin() {
        start("one-1", "one", 0, 10);
        Answer answer = api.tokenFor(api.logIn("one"), "one").send().expect(200);
        String token = answer.text("token");

        assertTrue(token.matches("[A-Za-z0-9_-]{16}"), answer.body());
        assertEquals("one-1", answer.json().path("server").path("id").asText());
        api.assertConsumed(true, token, "one", "one-1");
        api.assertConsumed(false, token, "one", "one-1");
    }

    @OnEachStorage
    void fiftyWhoConsumeOneTokenAtATimeAreToldTrueOnce() {
        start("race-1", "race", 0, 100);
        String access = api.logIn("racer");
        for (int round = 0; round < 5; round++) {
            String token = issue(access, "race");

            List<Answer> answers = Http.together(50, i -> api.consuming(token, "racer", "race-1"));

            assertEquals(50, Http.count(answers, 200));
            assertEquals(1, answers.stream().filter(a -> a.text("valid").equals("true")).count());
        }
    }

    @OnEachStorage
    void aTokenIsForItsUserItsServerAndNobodyElseSpendsIt() {
        start("mine-1", "mine", 0, 10);
        start("yours-1", "yours", 0, 10);
        String token = issue(api.logIn("owner"), "mine");
        api.register("thief");

        api.assertConsumed(false, token, "thief", "mine-1");
        api.assertConsumed(false, token, "owner", "yours-1");
        api.assertConsumed(false, token, "owner", "no-such-server");
        api.assertConsumed(false, token.substring(1), "owner", "mine-1");
        api.assertConsumed(false, token + "A", "owner", "mine-1");
        api.assertConsumed(false, "", "owner", "mine-1");

        api.assertConsumed(true, token, "owner", "mine-1");
    }

    @OnEachStorage
    void aLogoutVoidsUnusedTokensOfThatLoginOnly() {
        start("out-1", "out", 0, 10);
        String access = api.logIn("outgoing");
        String voided = issue(access, "out");
        String other = issue(api.logIn("staying"), "out");

        api.call("POST", "/v1/logout").bearer(access).send().expect(204);

        api.assertConsumed(false, voided, "outgoing", "out-1");
        api.assertConsumed(true, other, "staying", "out-1");
    }

    @OnEachStorage
    void anAccessTokenIsNoLoginToken() {
        start("mixed-1", "mixed", 0, 10);
        String access = api.logIn("mixed");

        api.assertConsumed(false, access, "mixed", "mixed-1");
    }

    @OnEachStorage
    void onlyGameServersConsume() {
        start("guard-1", "guard", 0, 10);
        String access = api.logIn("guard");
        String token = issue(access, "guard");

        api.consuming(token, "guard", "guard-1").bearer(access).send().expectProblem(401);
        api.consuming(token, "guard", "guard-1").bearer("wrong").send().expectProblem(401);

        api.assertConsumed(true, token, "guard", "guard-1");
    }

    @OnEachStorage
    void twoHundredUsersFor150PlacesGet150() {
        start("full-1", "full", 50, 100);
        start("full-2", "full", 0, 100);
        List<String> access = api.logInAll("full-", 200);

        List<Answer> answers = Http.together(200, i -> api.tokenFor(access.get(i), "full"));

        assertEquals(150, Http.count(answers, 200), answers::toString);
        assertEquals(50, Http.count(answers, 503));
        assertEquals(50, countOf(answers, "full-1"));
        assertEquals(100, countOf(answers, "full-2"));
        assertEquals(
                150,
                answers.stream()
                        .map(a -> a.text("token"))
                        .filter(t -> t.length() == 16)
                        .distinct()
                        .count());
    }

    private static long countOf(List<Answer> answers, String server) {
        return answers.stream()
                .filter(a -> a.json().path("server").path("id").asText().equals(server))
                .count();
    }

    @OnEachStorage
    void aUserHasOnePlaceOnAServerHoweverManyTokens() {
        start("greedy-1", "greedy", 98, 100);
        String greedy = api.logIn("greedy");

        List<Answer> answers = Http.together(100, i -> api.tokenFor(greedy, "greedy"));

        assertEquals(100, Http.count(answers, 200), answers::toString);
        String first = answers.get(0).text("token");
        String last = answers.get(99).text("token");
        String modest = issue(api.logIn("modest"), "greedy");
        api.tokenFor(api.logIn("late-comer"), "greedy").send().expectProblem(503);
        api.assertConsumed(true, modest, "modest", "greedy-1");
        api.assertConsumed(true, first, "greedy", "greedy-1");
        api.assertConsumed(true, last, "greedy", "greedy-1");
    }

    @OnEachStorage
    void aConsumedTokenKeepsItsPlaceUntilTheServerHasCountedItsUser() {
        api.heartbeat("last-1", TestApi.server("last", 9, 10, false)).expect(204);
        String access = api.logIn("last");
        String token = issue(access, "last");

        api.assertConsumed(true, token, "last", "last-1");

        api.tokenFor(api.logIn("behind"), "last").send().expectProblem(503);
    }

    @OnEachStorage
    void theFullestServerWithAPlaceIsChosen() {
        start("pick-empty", "pick", 1, 100);
        start("pick-busy", "pick", 99, 100);
        start("pick-full", "pick", 100, 100);
        String access = api.logIn("picky");

        assertEquals("pick-busy", serverFor(access, "pick"));
        assertEquals("pick-busy", serverFor(access, "pick"));
        assertEquals("pick-empty", serverFor(api.logIn("second"), "pick"));
    }

    private String serverFor(String accessToken, String game) {
        Answer answer = api.tokenFor(accessToken, game).send().expect(200);
        return answer.json().path("server").path("id").asText();
    }

    @OnEachStorage
    void aDrainingServerGetsNobody() {
        start("drain-1", "drain", 5, 10);
        String access = api.logIn("drained");
        issue(access, "drain");

        api.serverAlive("drain-1", TestApi.server("drain", 5, 10, true));

        Answer answer = api.tokenFor(access, "drain").send().expectProblem(503);
        assertEquals("2", answer.header("Retry-After"));
    }

    @OnEachStorage
    void aTokenThatWasIssuedBeforeItsServerDrainsIsStillGood() {
        start("late-1", "late", 0, 10);
        String token = issue(api.logIn("late"), "late");

        api.serverAlive("late-1", TestApi.server("late", 0, 10, true));

        api.assertConsumed(true, token, "late", "late-1");
    }

    @OnEachStorage
    void whatIsMissingIs422() {
        String access = api.logIn("missing");

        api.call("POST", "/v1/tokens").bearer(access).json("{}").send().expectWrong("game");
        consume("{\"userId\": \"a\", \"serverId\": \"b\"}").expectWrong("token");
        consume("{\"token\": \"a\", \"serverId\": \"b\"}").expectWrong("userId");
        consume("{\"token\": \"a\", \"userId\": \"b\"}").expectWrong("serverId");
    }

    private Answer consume(String json) {
        return api.call("POST", "/v1/internal/tokens/consume")
                .bearer(TestApi.SECRET)
                .json(json)
                .send();
    }
}
