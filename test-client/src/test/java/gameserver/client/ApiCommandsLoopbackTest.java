package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.LoginRequest;
import gameserver.client.Settings.Mode;
import gameserver.net.options.HostPort;
import gameserver.net.testing.ApiFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to an API server, and what becomes of its answers. */
@Timeout(60)
final class ApiCommandsLoopbackTest {
    private static final HostPort NOBODY = HostPort.parse("127.0.0.1:1");

    private ApiFixture api;
    private LoginFixture game;
    private Person alice;

    @BeforeEach
    void start() throws Exception {
        api = ApiFixture.start();
        game = LoginFixture.start();
        alice = new Person(NOBODY, new ApiSettings(api.address(), "baccarat-server"));
    }

    @AfterEach
    void stop() {
        alice.close();
        game.close();
        api.close();
    }

    @Test
    void opensAnAccount() throws Exception {
        api.answers(201, "{\"userId\":\"앨 리스\"}");

        alice.saysAndReads(
                "register \"앨 리스\" pass \"word\"", "the account 앨 리스 is open; 'api-login' logs in");

        assertEquals(
                List.of(
                        "POST /v1/accounts application/json"
                                + " {\"userId\":\"앨 리스\",\"password\":\"pass \\\"word\\\"\"}"),
                List.copyOf(api.calls()));
    }

    @Test
    void logsInToTheServerThatTheApiServerNames() throws Exception {
        api.answers(200, login(game.address()));

        alice.says("api-login alice password");
        alice.reads("connected to " + game.address());
        alice.reads("* you are logged in as alice");

        assertEquals(
                List.of(
                        "POST /v1/login application/json {\"userId\":\"alice\","
                                + "\"password\":\"password\",\"game\":\"baccarat-server\"}"),
                List.copyOf(api.calls()));
        assertEquals(
                List.of(LoginRequest.of("alice", "AbCdEfGhIjKlMn-_")), List.copyOf(game.logins()));
    }

    @Test
    void usesAConnectionThatLeadsThereAlready() throws Exception {
        HostPort sameByName = new HostPort("localhost", game.address().port());
        api.answers(200, login(game.address()));
        alice.saysAndReads("connect " + sameByName, "connected to " + sameByName);

        alice.saysAndReads("api-login alice password", "* you are logged in as alice");
    }

    @Test
    void leavesAServerForTheOneThatTheApiServerNames() throws Exception {
        api.answers(200, login(game.address()));
        try (EchoFixture other = EchoFixture.start()) {
            alice.saysAndReads("connect " + other.address(), "connected to " + other.address());

            alice.says("api-login alice password");
            alice.reads("disconnected");
            alice.reads("connected to " + game.address());
            alice.reads("* you are logged in as alice");
        }
    }

    @Test
    void saysWhyASearchForATableHasEnded() throws Exception {
        api.answers(200, login(game.address()));
        alice.says("api-login alice password");
        alice.awaits("* you are logged in as alice"::equals);

        api.answers(200, "{\"ticket\":\"t\",\"status\":\"expired\"}");
        assertFails(
                "match 3",
                "the search for a table has ended: nobody was found in time, or you have searched"
                        + " again elsewhere");

        api.answers(401, "{\"detail\":\"no access token, or one that is void\"}");
        assertFails(
                "match 3",
                "match refused: 401 no access token, or one that is void; say 'api-login' again");
    }

    @Test
    void saysThatTheServerThatTheApiServerNamesIsGone() {
        api.answers(200, login(NOBODY));

        assertFails(
                "api-login alice password", "can't connect to 127.0.0.1:1: nobody listens there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            nullValues = "-",
            textBlock =
                    """
                    409 | -    | the user id is taken     | 409 the user id is taken; take another, or say 'api-login' if it is yours
                    422 | -    | password: not 8 to 128   | 422 password: not 8 to 128
                    401 | -    | not its password         | 401 not its password; 'register' opens an account
                    429 | 42   | too many failed logins   | 429 too many failed logins; try again in 42 s
                    503 | 2    | no server of that game   | 503 no server of that game; try again in 2 s
                    503 | -    | the database is away     | 503 the database is away; try again later
                    503 | soon | the database is away     | 503 the database is away; try again later
                    404 | -    | there is no such call    | 404 there is no such call; is that an API server?
                    500 | -    | the server's fault       | 500 the server's fault
                    400 | -    | a \\u001b[31mred one     | 400 a \\u{1b}[31mred one
                    """)
    void saysWhyItIsRefused(int status, String retryAfter, String detail, String words) {
        String problem =
                "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status, detail.replace("\\\\", "\\"));
        api.answers(status, retryAfter == null ? "" : retryAfter, problem);
        String shown = words.replace("\\\\", "\\");

        assertFails("register alice password", "register refused: " + shown);
        assertFails("api-login alice password", "api-login refused: " + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "{\"detail\":7}"})
    void copesWithAnswersOfOtherServers(String body) {
        api.answers(404, body);

        assertFails(
                "register alice password",
                "register refused: 404 without a reason; is that an API server?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>",
                "{}",
                "{\"token\":7,\"server\":{\"host\":\"h\",\"port\":1}}",
                "{\"token\":\"17 bytes are a lot\",\"server\":{\"host\":\"h\",\"port\":1}}",
                "{\"token\":\"t\",\"server\":\"h\"}",
                "{\"token\":\"t\",\"server\":{\"host\":\"h\",\"port\":0}}",
                "{\"token\":\"t\",\"server\":{\"host\":\"h\",\"port\":65536}}",
                "{\"token\":\"t\",\"server\":{\"host\":\"h\",\"port\":\"1\"}}"
            })
    void doesNotTakeHalfALogin(String body) {
        api.answers(200, body);

        assertFails("api-login alice password", api.address() + " is not an API server");
    }

    @Test
    void saysThatNobodyListensThere() throws Exception {
        URI address = api.address();
        api.close();

        assertFails(
                "register alice password",
                "can't reach the API server %s; start it with './run api-server', or say --api"
                        .formatted(address));
        api = ApiFixture.start();
    }

    @Test
    void doesNotWaitForeverForAnAnswer() throws Exception {
        // Takes connections, as the system does it for a program that hangs.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            ApiSettings settings = new ApiSettings(address, "any");
            try (Client client =
                    new Client(
                            new Settings(
                                    NOBODY,
                                    null,
                                    Format.BINARY,
                                    settings,
                                    Duration.ofMillis(50),
                                    Mode.SCRIPTED,
                                    Style.PLAIN,
                                    false),
                            line -> {})) {
                CommandException e =
                        assertThrows(
                                CommandException.class,
                                () -> Commands.run("register alice password", client));
                assertEquals(
                        "the API server " + address + " did not answer within 50ms",
                        e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "register alice", "api-login", "api-login \"a b\""})
    void needsBothNameAndPassword(String line) {
        String command = line.split(" ", 2)[0];

        assertFails(line, "usage: " + command + " NAME PASSWORD");
        assertTrue(api.calls().isEmpty());
    }

    private static String login(HostPort address) {
        return """
        {"accessToken":"x","expiresAt":"2030-01-01T00:00:00Z","token":"AbCdEfGhIjKlMn-_",
         "server":{"id":"chat-1","host":"%s","port":%d},"new":[]}
        """
                .formatted(address.host(), address.port());
    }

    private void assertFails(String line, String message) {
        CommandException e = assertThrows(CommandException.class, () -> alice.says(line));
        assertEquals(message, e.getMessage());
    }
}
