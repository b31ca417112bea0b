package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

/** {@code POST /v1/accounts}. */
final class AccountsLoopbackTest {
    private final TestApi api;

    AccountsLoopbackTest(TestApi api) {
        this.api = api;
    }

    private Answer create(String userId, String password) {
        return api.post("/v1/accounts", credentials(userId, password));
    }

    @OnEachStorage
    void aNewAccountIs201AndCanBeLoggedInTo() {
        Answer answer = create("mina", PASSWORD).expect(201);

        assertEquals("{\"userId\":\"mina\"}", answer.body());
        assertEquals("application/json", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        api.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
    }

    @OnEachStorage
    void anIdThatIsTakenIs409AndKeepsItsPassword() {
        create("taken", PASSWORD).expect(201);

        Answer answer = create("taken", "another password").expectProblem(409);

        assertEquals("the user id is taken", answer.text("detail"));
        api.post("/v1/login", credentials("taken", "another password")).expectProblem(401);
        api.post("/v1/login", credentials("taken", PASSWORD)).expect(200);
    }

    @OnEachStorage
    void idsDifferByCase() {
        create("Case", PASSWORD).expect(201);

        create("case", PASSWORD).expect(201);
    }

    @OnEachStorage
    void ofAHundredWhoWantTheSameIdOneGetsIt() {
        List<Answer> answers =
                Http.together(
                        100,
                        i ->
                                api.call("POST", "/v1/accounts")
                                        .json(credentials("popular", PASSWORD + i)));

        assertEquals(1, Http.count(answers, 201));
        assertEquals(99, Http.count(answers, 409));
        int winner = answers.indexOf(winnerOf(answers));
        api.post("/v1/login", credentials("popular", PASSWORD + winner)).expect(200);
    }

    private static Answer winnerOf(List<Answer> answers) {
        return answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow();
    }

    @OnEachStorage
    void anIdHasUpTo16BytesOfUtf8() {
        create("a".repeat(16), PASSWORD).expect(201);
        create("a".repeat(17), PASSWORD).expectWrong("userId");
        create("다섯글자이", PASSWORD).expect(201); // 15 bytes
        create("다섯글자이a", PASSWORD).expect(201); // 16
        create("다섯글자이ab", PASSWORD).expectWrong("userId"); // 17
        create("\uD83D\uDE00".repeat(4), PASSWORD).expect(201); // 16, of 4 bytes each
        create("a".repeat(10_000), PASSWORD).expectWrong("userId");
        create("", PASSWORD).expectWrong("userId");
    }

    @OnEachStorage
    void anIdHasNoControlCharactersAndNoHalfCharacters() {
        create("a\\u0000b", PASSWORD).expectWrong("userId");
        create("a\\nb", PASSWORD).expectWrong("userId");
        create("a\\u007f", PASSWORD).expectWrong("userId");
        create("a\\u0085", PASSWORD).expectWrong("userId");
        create("\\ud83d", PASSWORD).expectWrong("userId");
        create("\\ude00\\ud83d", PASSWORD).expectWrong("userId");
    }

    @OnEachStorage
    void whatSqlAndHtmlMeanSomethingByIsAnIdLikeOthers() {
        create("'; DROP TABLE a;", PASSWORD).expect(201);
        create("<b>%_*?</b>", PASSWORD).expect(201);

        api.post("/v1/login", credentials("'; DROP TABLE a;", PASSWORD)).expect(200);
        api.post("/v1/login", credentials("<b>%_*?</b>", PASSWORD)).expect(200);
    }

    @OnEachStorage
    void aPasswordHas8To128Characters() {
        create("p7", "a".repeat(7)).expectWrong("password");
        create("p8", "a".repeat(8)).expect(201);
        create("p128", "a".repeat(128)).expect(201);
        create("p129", "a".repeat(129)).expectWrong("password");
        create("p128k", "한".repeat(128)).expect(201); // Characters, not bytes.
        create("half", "correct \\ud83d horse").expectWrong("password");
        api.post("/v1/login", credentials("p128k", "한".repeat(128))).expect(200);
        api.post("/v1/login", credentials("p128k", "한".repeat(127))).expectProblem(401);
    }

    @OnEachStorage
    void bothAreNeededAndHaveToBeStrings() {
        api.post("/v1/accounts", "{}").expectWrong("userId");
        api.post("/v1/accounts", "{\"userId\": \"x\"}").expectWrong("password");
        api.post("/v1/accounts", "{\"userId\": null, \"password\": \"12345678\"}")
                .expectWrong("userId");
        api.post("/v1/accounts", "{\"userId\": 5, \"password\": \"12345678\"}")
                .expectWrong("userId");
        api.post("/v1/accounts", "{\"userId\": \"x\", \"password\": [\"12345678\"]}")
                .expectWrong("password");
    }

    @OnEachStorage
    void aRefusedPasswordIsNotRepeatedInTheAnswer() {
        Answer answer = create("hush", "hush-hu").expectWrong("password");

        assertFalse(answer.body().contains("hush-hu"), answer.body());
    }
}
