package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.PostgresSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
            api.serverAlive("chat-1", TestApi.server("chat", 0, 100, false));
            String access = api.logIn("mina");
            try (LogCapture log = new LogCapture()) {
                relay.cut();
                assertEverythingFailsPromptly(api);
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

    @Test
    void aPostgresqlThatAnswersTooSlowlyIs503() throws Exception {
        try (PostgresSchema schema = PostgresSchema.create();
                TestApi api = start("--database=" + schema.url())) {
            api.register("mina");
            try (Connection other = DriverManager.getConnection(schema.url());
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("LOCK TABLE account IN ACCESS EXCLUSIVE MODE");

                api.post("/v1/login", credentials("mina", PASSWORD)).expectProblem(503);

                other.rollback();
            }
            api.post("/v1/login", credentials("mina", PASSWORD)).expect(200);
        }
    }

    private static TestApi start(String database) {
        return TestApi.start(
                new Storage.Space(List.of(database), List.of()), InstantSource.system());
    }

    private static void assertEverythingFailsPromptly(TestApi api) {
        List<Http.Call> calls =
                new ArrayList<>(
                        List.of(
                                api.call("GET", "/readyz"),
                                api.call("POST", "/v1/login").json(credentials("mina", PASSWORD)),
                                api.call("POST", "/v1/accounts")
                                        .json(credentials("new", PASSWORD))));
        for (int i = 0; i < 50; i++) { // More than there are connections.
            calls.add(api.call("POST", "/v1/login").json(credentials("user" + i, PASSWORD)));
        }
        long start = System.nanoTime();

        List<Answer> answers = Http.together(calls.size(), calls::get);

        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(took.compareTo(PROMPT) < 0, () -> "answered after " + took);
        for (Answer answer : answers) {
            assertEquals("the database does not answer", answer.expectProblem(503).text("detail"));
            assertEquals("1", answer.header("Retry-After"));
        }
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
