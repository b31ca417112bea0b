package gameserver.api;

import static gameserver.api.TestApi.SECRET;
import static gameserver.api.TestApi.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The registry: {@code GET /v1/servers} and {@code PUT /v1/internal/servers/{id}}. */
final class ServersLoopbackTest {
    private final TestApi api;

    ServersLoopbackTest(TestApi api) {
        this.api = api;
    }

    private List<String> listed(String game) {
        List<String> found = new ArrayList<>();
        for (JsonNode server : api.get("/v1/servers").expect(200).json().path("servers")) {
            if (server.path("game").asText().equals(game)) {
                found.add(server.toString());
            }
        }
        return found;
    }

    @OnEachStorage
    void aHeartbeatRegistersAndTheNextOneRenews() {
        Answer answer = api.heartbeat("beat-1", server("beat", 5, 100, false)).expect(204);

        assertEquals("2", answer.header("Heartbeat-Seconds"));
        assertEquals("6", answer.header("Lease-Seconds"));
        api.heartbeat("beat-1", server("beat", 6, 100, true)).expect(204);
        assertEquals(
                List.of(
                        "{\"id\":\"beat-1\",\"game\":\"beat\",\"host\":\"10.0.0.1\",\"port\":11021,"
                                + "\"users\":6,\"capacity\":100,\"rooms\":3,\"draining\":true}"),
                listed("beat"));
    }

    @OnEachStorage
    void serversAreListedByTheirIds() {
        for (String id : List.of("c", "a", "b")) {
            api.heartbeat("sort-" + id, "sort", 0);
        }

        List<String> ids =
                listed("sort").stream()
                        .map(s -> s.replaceAll(".*\"id\":\"([^\"]*).*", "$1"))
                        .toList();

        assertEquals(List.of("sort-a", "sort-b", "sort-c"), ids);
    }

    @OnEachStorage
    void anIdBelongsToOneAddressWhileItsLeaseLasts() {
        api.heartbeat("twice-1", server("twice", 0, 10, false)).expect(204);
        String elsewhere = server("twice", 7, 10, false).replace("10.0.0.1", "10.0.0.2");

        Answer answer = api.heartbeat("twice-1", elsewhere).expectProblem(409);

        assertEquals("a server at another address has this id", answer.text("detail"));
        assertEquals(1, listed("twice").size());
        assertFalse(listed("twice").get(0).contains("10.0.0.2"));
    }

    @OnEachStorage
    void aHeartbeatWithTheWrongSecretIs401AndRegistersNothing() {
        String json = server("intruder", 0, 10, false);
        String path = "/v1/internal/servers/intruder-1";

        api.call("PUT", path).json(json).send().expectProblem(401);
        for (String wrong : List.of("", "wrong", SECRET + "x")) {
            Answer answer = api.call("PUT", path).bearer(wrong).json(json).send();
            answer.expectProblem(401);
            assertEquals("Bearer", answer.header("WWW-Authenticate"));
        }

        assertEquals(List.of(), listed("intruder"));
    }

    @OnEachStorage
    void aSecretInAnotherCaseIsNotTakenForTheOneThatCameBefore() {
        String json = server("case", 0, 10, false);
        Supplier<Http.Call> call = () -> api.call("PUT", "/v1/internal/servers/case-1").json(json);
        String shouted = SECRET.toUpperCase(Locale.ROOT);

        for (int i = 0; i < 3; i++) { // On one connection, whose headers Jetty remembers.
            call.get().bearer(shouted).send().expectProblem(401);
            call.get().bearer(SECRET).send().expect(204);
        }
    }

    @OnEachStorage
    void namesItDoesNotKnowAreIgnored() {
        String json = server("newer", 0, 10, false).replace("{", "{\"zone\": {\"a\": [1]}, ");

        api.heartbeat("newer-1", json).expect(204);

        assertEquals(1, listed("newer").size());
    }
}
