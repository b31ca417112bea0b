package gameserver.api;

import static gameserver.api.TestApi.server;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a game server may tell of itself. */
final class HeartbeatValuesLoopbackTest {
    private static TestApi api;

    @BeforeAll
    static void start() {
        api = TestApi.start(Storage.SQLITE_AND_MEMORY, InstantSource.system());
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    game     | "game": "chat"      | "game": "Chat"
                    game     | "game": "chat"      | "game": ""
                    game     | "game": "chat"      | "game": 5
                    game     | "game": "chat"      | "g": "chat"
                    host     | "host": "10.0.0.1"  | "host": ""
                    host     | "host": "10.0.0.1"  | "host": "a b"
                    host     | "host": "10.0.0.1"  | "host": null
                    port     | "port": 11021       | "port": 0
                    port     | "port": 11021       | "port": 65536
                    port     | "port": 11021       | "port": "11021"
                    port     | "port": 11021       | "port": 1.5
                    port     | "port": 11021       | "port": 1e2
                    users    | "users": 0          | "users": -1
                    users    | "users": 0          | "users": 10000001
                    users    | "users": 0          | "users": 4294967296
                    users    | "users": 0          | "users": 99999999999999999999
                    users    | "users": 0          | "users": null
                    users    | "users": 0          | "u": 0
                    capacity | "capacity": 10      | "capacity": true
                    capacity | "capacity": 10      | "c": 10
                    rooms    | "rooms": 3          | "rooms": []
                    draining | "draining": false   | "draining": 0
                    draining | "draining": false   | "draining": "false"
                    draining | "draining": false   | "d": false
                    roomSize | "rooms": 3          | "rooms": 3, "roomSize": -1
                    roomSize | "rooms": 3          | "rooms": 3, "roomSize": "7"
                    roomSize | "rooms": 3          | "rooms": 3, "roomSize": 10000001
                    """)
    void aWrongValueIs422WithItsName(String field, String right, String wrong) {
        String json = server("chat", 0, 10, false);
        assertTrue(json.contains(right), json);

        api.heartbeat("wrong-1", json.replace(right, wrong)).expectWrong(field);

        assertFalse(api.get("/v1/servers").body().contains("wrong-1"));
    }

    @Test
    void anIdIsOfLettersDigitsDotsAndDashes() {
        String json = server("ids", 0, 10, false);

        api.heartbeat("A.b_c-9", json).expect(204);
        api.heartbeat("x".repeat(64), json).expect(204);
        api.heartbeat("x".repeat(65), json).expectWrong("id");
        api.heartbeat("%ED%95%9C", json).expectWrong("id");
        api.heartbeat("a%0Ab", json).expectWrong("id");
        api.heartbeat("a%20b", json).expectWrong("id");
        api.heartbeat("a%2Fb", json).expectWrong("id");
    }
}
