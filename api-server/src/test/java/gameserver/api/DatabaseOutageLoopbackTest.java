package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The database is gone for a while. */
final class DatabaseOutageLoopbackTest {
    private static final Duration PROMPT = Duration.ofSeconds(2);

    @Test
    void aPostgresqlThatIsGoneIsTold503UntilItIsBack() {
        try (PostgresSchema schema = PostgresSchema.create();
                TcpRelay relay = new TcpRelay(schema.address());
                TestApi api = start("--database=" + schema.urlAt(relay.address()))) {
            api.heartbeat("chat-1", "chat", 0);
            String access = api.logIn("mina");
            try (LogCapture log = new LogCapture()) {
                relay.cut();
                List<Answer> answers =
                        Http.together(
                                50,
                                i ->
                                        api.call("POST", "/v1/login")
                                                .json(credentials("mina", PASSWORD)));
                answers.forEach(answer -> answer.expectProblem(503));
                assertFailsPromptly(api.call("GET", "/readyz"));
                Answer answer =
                        assertFailsPromptly(
                                api.call("POST", "/v1/accounts")
                                        .json(credentials("new", PASSWORD)));
                assertEquals("the database does not answer", answer.text("detail"));
                assertEquals("1", answer.header("Retry-After"));
                api.tokenFor(access, "chat").send().expect(200); // Needs no database.

                assertEquals(List.of(), log.traces());
                assertTrue(log.lines().size() < 30, () -> String.join("\n", log.lines()));
                relay.mend();
                Eventually.isTrue("it is back", () -> api.get("/readyz").status() == 200);
            }

            api.register("new");
            api.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
        }
    }

    private static TestApi start(String database) {
        return TestApi.start(
                new Storage.Space(List.of(database), List.of()), InstantSource.system());
    }

    private static Answer assertFailsPromptly(Http.Call call) {
        long start = System.nanoTime();

        Answer answer = call.send().expectProblem(503);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(PROMPT) < 0, () -> "answered after " + took);
        return answer;
    }

    @Test
    void aFileThatAnotherProgramHasLockedIs503() throws Exception {
        try (Storage.Space file = Storage.SQLITE_AND_MEMORY.open();
                TestApi api =
                        TestApi.start(
                                new Storage.Space(file.options(), List.of()),
                                InstantSource.system());
                LogCapture log = new LogCapture()) {
            api.register("before");
            String url = file.options().get(0).replace("--database=", "");
            try (Connection other = DriverManager.getConnection(url);
                    var statement = other.createStatement()) {
                statement.execute("BEGIN EXCLUSIVE");

                Answer answer =
                        api.post("/v1/accounts", credentials("locked", PASSWORD))
                                .expectProblem(503);

                assertEquals("the database does not answer", answer.text("detail"));
                api.post("/v1/login", credentials("before", PASSWORD)).expect(200); // Reads.
                statement.execute("ROLLBACK");
            }

            api.register("locked");
            assertEquals(List.of(), log.traces());
        }
    }
}
