package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.PostgresSchema;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two API servers with one PostgreSQL and one Redis are one API. */
final class TwoServersLoopbackTest {
    private TestApi one;
    private TestApi two;

    @BeforeEach
    void start() {
        one = TestApi.start(Storage.POSTGRESQL_AND_REDIS, InstantSource.system());
        two = one.startTwin();
    }

    @AfterEach
    void stop() {
        if (two != null) {
            two.close();
        }
        if (one != null) {
            one.close();
        }
    }

    private TestApi either(int i) {
        return i % 2 == 0 ? one : two;
    }

    @Test
    void whatOneIssuesTheOtherConsumesOnce() {
        one.heartbeat("chat-1", "chat", 0);
        String access = one.logIn("한글");
        String token = two.tokenFor(access, "chat").send().expect(200).text("token");

        List<Answer> answers = Http.together(50, i -> either(i).consuming(token, "한글", "chat-1"));

        assertEquals(50, Http.count(answers, 200));
        assertEquals(1, answers.stream().filter(a -> a.text("valid").equals("true")).count());
    }

    @Test
    void aLogoutAtOneHoldsForTheOther() {
        one.heartbeat("chat-1", "chat", 0);
        String access = one.logIn("mina");
        String token = one.tokenFor(access, "chat").send().expect(200).text("token");

        two.call("POST", "/v1/logout").bearer(access).send().expect(204);

        one.assertConsumed(false, token, "mina", "chat-1");
        one.tokenFor(access, "chat").send().expectProblem(401);
    }

    @Test
    void anAccountIsOpenedOnce() {
        List<Answer> answers =
                Http.together(
                        100,
                        i ->
                                either(i)
                                        .call("POST", "/v1/accounts")
                                        .json(credentials("popular", PASSWORD)));

        assertEquals(1, Http.count(answers, 201), answers::toString);
        assertEquals(99, Http.count(answers, 409));
        one.post("/v1/login", credentials("popular", PASSWORD)).expect(200);
        two.post("/v1/login", credentials("popular", PASSWORD)).expect(200);
    }

    @Test
    void bothGiveOutThePlacesOfAServerTogether() {
        two.heartbeat("chat-1", TestApi.server("chat", 0, 150, false)).expect(204);
        String access = one.logIn("many");

        List<Answer> answers = Http.together(200, i -> either(i).tokenFor(access, "chat"));

        assertEquals(150, Http.count(answers, 200), answers::toString);
        assertEquals(50, Http.count(answers, 503));
    }

    @Test
    void aThirdThatStartsLaterKnowsEverything() {
        one.heartbeat("chat-1", "chat", 0);
        String access = one.logIn("early");

        try (TestApi three = one.startTwin()) {
            three.tokenFor(access, "chat").send().expect(200);
            three.post("/v1/login", credentials("early", PASSWORD)).expect(200);
        }
    }

    @Test
    void twoThatStartTogetherBringTheSchemaUpToDateOnce() {
        try (PostgresSchema schema = PostgresSchema.create()) {
            Storage.Space empty =
                    new Storage.Space(List.of("--database=" + schema.url()), List.of());
            Supplier<TestApi> start = () -> TestApi.start(empty, InstantSource.system());

            CompletableFuture<TestApi> first = CompletableFuture.supplyAsync(start);
            CompletableFuture<TestApi> second = CompletableFuture.supplyAsync(start);

            try (TestApi three = first.join();
                    TestApi four = second.join()) {
                three.register("mina");
                four.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
            }
        }
    }
}
