package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process: its command line, its calls, its signals, its end. */
final class ApiServerIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private String database() {
        return "--database=jdbc:sqlite:" + folder.resolve("accounts.db");
    }

    @Test
    void aUserLogsInToAGameUntilTheServerIsStopped() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--bind=127.0.0.1:0", database())) {
            HostPort address = server.awaitReady();
            Http http = new Http(address);
            http.call("POST", "/v1/accounts").json(credentials("안녕", PASSWORD)).send().expect(201);
            http.call("PUT", "/v1/internal/servers/chat-1")
                    .bearer("not-a-secret")
                    .json(TestApi.server("chat", 0, 10, false))
                    .send()
                    .expect(204);
            Answer login =
                    http.call("POST", "/v1/login")
                            .json(credentials("안녕", PASSWORD).replace("}", ", \"game\": \"chat\"}"))
                            .send()
                            .expect(200);

            String token = login.text("token");
            assertEquals("{\"valid\":true}", consume(http, token));
            assertEquals("{\"valid\":false}", consume(http, token));
            assertPageIsThere(http);

            server.terminate();
            assertEquals(0, server.awaitExit(SOON));
            assertEquals("", server.readAll());
            assertNothingSecretIsLogged(server.errors(), login);
        }
    }

    private static String consume(Http http, String token) {
        return http.call("POST", "/v1/internal/tokens/consume")
                .bearer("not-a-secret")
                .json(
                        "{\"token\": \"%s\", \"userId\": \"안녕\", \"serverId\": \"chat-1\"}"
                                .formatted(token))
                .send()
                .expect(200)
                .body();
    }

    /** Its parts are in other jars, which are put together into this one. */
    private static void assertPageIsThere(Http http) {
        String page = http.call("GET", "/docs").send().expect(200).body();
        String library = page.replaceAll("(?s).*src=\"(/webjars/[^\"]*)\".*", "$1");
        assertTrue(http.call("GET", library).send().expect(200).body().length() > 100_000, page);
        http.call("GET", "/openapi.json").send().expect(200);
        http.call("GET", "/metrics").send().expect(200);
        http.call("GET", "/readyz").send().expect(200);
    }

    private static void assertNothingSecretIsLogged(String log, Answer login) {
        for (String secret :
                List.of(
                        PASSWORD,
                        login.text("accessToken"),
                        login.text("token"),
                        "not-a-secret",
                        "안녕")) {
            assertFalse(log.contains(secret), log);
        }
        assertFalse(log.contains("WARN"), log);
        assertFalse(log.contains("ERROR"), log);
    }

    @Test
    void helpAndVersionAreShown() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--help")) {
            assertEquals(0, server.awaitExit(SOON));
            String help = server.readAll();
            for (String option :
                    List.of("--bind", "--database", "--redis", "--secret", "--drain-timeout")) {
                assertTrue(help.contains(option), help);
            }
            assertEquals("", server.errors());
        }
        try (ServerProcess server = ServerProcess.start(JAR, "--version")) {
            assertEquals(0, server.awaitExit(SOON));
            assertTrue(server.readAll().matches("api-server [0-9.]+"));
        }
    }

    @Test
    void aWrongOptionIsOneLineAndAHint() throws Exception {
        assertFailsWith("--nope", 2, "api-server: Unknown option: '--nope'");
        assertFailsWith(
                "--bind=0.0.0.0:0",
                2,
                "api-server: --secret: must be set to listen on 0.0.0.0:0, which others can reach");
    }

    private static void assertFailsWith(String option, int exitCode, String message)
            throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, option)) {
            assertEquals(exitCode, server.awaitExit(SOON));
            assertEquals(
                    List.of(message, "Try 'api-server --help' for the options."),
                    server.errors().lines().toList());
            assertEquals("", server.readAll());
        }
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String bind = "127.0.0.1:" + taken.getLocalPort();
            try (ServerProcess server =
                    ServerProcess.start(JAR, "--bind=" + bind, database(), "--log-level=warn")) {
                assertEquals(1, server.awaitExit(SOON));
                assertEquals(
                        "api-server: can't listen on " + bind + ": the port is in use",
                        server.errors().strip());
            }
        }
    }
}
