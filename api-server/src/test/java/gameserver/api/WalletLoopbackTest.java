package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The chips over HTTP. What the calls do is tested where the ledger is. */
final class WalletLoopbackTest {
    private final TestApi api;

    WalletLoopbackTest(TestApi api) {
        this.api = api;
    }

    private Answer post(String call, String json) {
        return api.call("POST", "/v1/internal/wallet/" + call)
                .bearer(TestApi.SECRET)
                .json(json)
                .send();
    }

    private static String hold(String key, int version, long amount) {
        return """
               {"key": "%s", "version": %d, "userId": "칩", "amount": %d, "run": "run-1"}\
               """
                .formatted(key, version, amount);
    }

    @OnEachStorage
    void aBetIsHeldAndSettledOnce() {
        post("open", "{\"userId\": \"칩\", \"initialBalance\": 1000}").expect(200);
        assertEquals(
                "{\"outcome\":\"held\",\"balance\":400,\"changes\":1}",
                post("hold", hold("k1", 1, 600)).expect(200).body());
        assertEquals(
                "{\"outcome\":\"not_enough\",\"balance\":400,\"changes\":1}",
                post("hold", hold("k1", 2, 1001)).expect(200).body());
        String settle =
                """
                {"bets": [{"key": "k1", "userId": "칩", "stake": 600, "returned": 1200}]}\
                """;
        String settled =
                "{\"bets\":[{\"key\":\"k1\",\"stake\":600,\"returned\":1200,\"balance\":1600,"
                        + "\"changes\":2}]}";
        assertEquals(settled, post("settle", settle).expect(200).body());
        assertEquals(settled, post("settle", settle).expect(200).body());
        assertEquals(
                "{\"outcome\":\"too_late\",\"balance\":1600,\"changes\":2}",
                post("hold", hold("k1", 3, 100)).expect(200).body());
        assertEquals(
                "{\"balance\":1600,\"changes\":2}",
                post("open", "{\"userId\": \"칩\", \"initialBalance\": 5}").expect(200).body());
        Answer audit = api.call("GET", "/v1/internal/wallet/audit").bearer(TestApi.SECRET).send();
        assertTrue(audit.expect(200).body().endsWith("\"right\":true}"), audit.body());
    }

    /** Of the largest room, with the longest keys, names and amounts that there can be. */
    @OnEachStorage
    void theLargestRoundIsSettledWithOneCall() {
        String bet =
                """
                {"key":"%s","userId":"%s","stake":1000000000000000,"returned":9000000000000000}\
                """;
        String userId = "\\\"".repeat(16);
        String bets =
                IntStream.range(0, 256)
                        .mapToObj(i -> bet.formatted("k".repeat(97) + (100 + i), userId))
                        .collect(Collectors.joining(","));

        Answer answer = post("settle", "{\"bets\":[" + bets + "]}").expect(200);

        assertEquals(256, answer.json().path("bets").size());
    }

    @OnEachStorage
    void onlyGameServersGetAtTheChips() {
        for (String call : new String[] {"open", "hold", "settle"}) {
            api.call("POST", "/v1/internal/wallet/" + call)
                    .bearer("a-guess")
                    .json("{}")
                    .send()
                    .expectProblem(401);
        }
        api.get("/v1/internal/wallet/audit").expectProblem(401);
    }

    @OnEachStorage
    void badBodiesAreNamed() {
        bad("open", "{\"userId\": \"\", \"initialBalance\": 1}", "userId");
        bad("open", "{\"userId\": \"a\", \"initialBalance\": -1}", "initialBalance");
        bad("open", "{\"userId\": \"a\", \"initialBalance\": 1e3}", "initialBalance");
        bad("hold", hold("", 1, 1), "key");
        bad("hold", hold("k".repeat(201), 1, 1), "key");
        bad("hold", hold("k", 0, 1), "version");
        bad("hold", hold("k", 1, -1), "amount");
        bad("hold", hold("k", 1, 1_000_000_000_000_001L), "amount");
        bad("settle", "{\"bets\": []}", "bets");
        bad("settle", "{\"bets\": [1]}", "bets");
        bad("settle", "{\"bets\": {}}", "bets");
        bad("settle", "{\"bets\": [{\"key\": \"k\", \"userId\": \"a\", \"stake\": -1}]}", "stake");
    }

    @OnEachStorage
    void nothingIsReturnedForNoStake() {
        String bet =
                """
                {"bets": [{"key": "k", "userId": "a", "stake": 0, "returned": 1}]}\
                """;
        bad("settle", bet, "returned");
    }

    private void bad(String call, String json, String field) {
        Answer answer = post(call, json).expectProblem(422);
        assertTrue(answer.text("detail").startsWith(field + ": "), answer.body());
    }
}
