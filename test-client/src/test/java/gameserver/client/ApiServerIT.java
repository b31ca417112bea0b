package gameserver.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.api.client.ApiHttp;
import gameserver.api.client.ApiResponse;
import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way from no account into a chat, with the real API server and the real chat server. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Its servers take seconds to start.
final class ApiServerIT {
    private static final String SECRET = "the-secret-of-the-test";
    private static final String GAME = "chat-server2";
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);

    @TempDir private static Path directory = Path.of("");

    private final ClientThreads threads = new ClientThreads(1);
    private ServerProcess api;
    private ServerProcess chat;
    private URI apiAddress;
    private HostPort chatAddress;

    /** A new one for each test. */
    private String user;

    private Person person;

    @BeforeAll
    void startServers() {
        api = startApi("127.0.0.1:0");
        apiAddress = URI.create("http://" + api.awaitReady());
        chat = startChat("chat-2");
        chatAddress = chat.awaitReady();
    }

    @AfterAll
    void stopServers() {
        chat.close();
        api.close();
        threads.close();
    }

    @BeforeEach
    void comeIn(TestInfo test) {
        user = "앨리스" + Integer.toHexString(test.getDisplayName().hashCode()).substring(0, 6);
        person = new Person(HostPort.parse("127.0.0.1:1"), new ApiSettings(apiAddress, GAME));
    }

    @AfterEach
    void leave() {
        person.close();
    }

    private ServerProcess startApi(String bind) {
        return ServerProcess.start(
                Path.of(System.getProperty("api-server.jar")),
                "--bind=" + bind,
                "--database=jdbc:sqlite:" + directory.resolve("accounts.db"),
                "--secret=" + SECRET,
                "--max-requests-per-second=0", // Who waits for something asks often.
                "--log-level=warn");
    }

    private ServerProcess startChat(String id) {
        return ServerProcess.start(
                Path.of(System.getProperty("chat-server2.jar")),
                "--bind=127.0.0.1:0",
                "--api=" + apiAddress,
                "--api-timeout=5s",
                "--server-id=" + id,
                "--secret=" + SECRET);
    }

    /** A token for a login on whichever server has places, and which server that is. */
    private JsonNode token() {
        ObjectNode body =
                ApiHttp.body().put("userId", user).put("password", "password").put("game", GAME);
        return post("/v1/login", body).body();
    }

    private ApiResponse post(String path, ObjectNode body) {
        return new ApiHttp(apiAddress, null, Duration.ofSeconds(20)).post(path, body).join();
    }

    private String listOfServers() {
        try (var list = apiAddress.resolve("/v1/servers").toURL().openStream()) {
            return new String(list.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void register() {
        ObjectNode body = ApiHttp.body().put("userId", user).put("password", "password");
        assertEquals(201, post("/v1/accounts", body).status());
    }

    private Result logIn(HostPort server, String name, String password) throws Exception {
        NetClient client = NetClient.connect(threads, server, DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(name, password));
        return client.expect(LoginResponse.class, TestServer.PATIENCE).result();
    }

    @Test
    void leadsFromNoAccountIntoTheChat() throws Exception {
        person.saysAndReads(
                "register " + user + " 비밀번호 8자 이상",
                "the account " + user + " is open; 'api-login' logs in");

        person.says("api-login " + user + " 비밀번호 8자 이상");
        person.reads("connected to " + chatAddress);
        person.reads("* you are logged in as " + user);
        person.says("enter 1");
        person.awaits(line -> line.contains("room 1"));
    }

    @Test
    void aTokenIsForOneLoginOfOneUserOnOneServer() throws Exception {
        register();
        try (ServerProcess other = startChat("chat-3")) {
            HostPort otherAddress = other.awaitReady();
            String token = token().path("token").asText();

            assertRejected(logIn(otherAddress, user, token));
            assertRejected(logIn(chatAddress, "bob", token));
            assertRejected(logIn(chatAddress, user, "password"));
            assertRejected(logIn(chatAddress, user, ""));
            assertRejected(logIn(chatAddress, user, "AAAAAAAAAAAAAAAA"));

            assertEquals(Result.SUCCESS, logIn(chatAddress, user, token));
            assertRejected(logIn(chatAddress, user, token));

            other.terminate(); // Else users are sent there until its lease is over.
            assertEquals(0, other.awaitExit(TestServer.PATIENCE));
        }
    }

    private static void assertRejected(Result result) {
        assertEquals(Result.of(ErrorCode.LOGIN_REJECTED), result);
    }

    /** Without a look at the password for each, for all of them to be good at the same time. */
    private List<String> tokens(int count) {
        String access = token().path("accessToken").asText();
        ApiHttp api = new ApiHttp(apiAddress, access, Duration.ofSeconds(20));
        return Stream.generate(() -> api.post("/v1/tokens", ApiHttp.body().put("game", GAME)))
                .limit(count)
                .map(answer -> answer.join().body().path("token").asText())
                .toList();
    }

    /** Who is told that the API server was too slow to answer comes again, as a user does. */
    @Test
    void ofAHundredLoginsOfOneAccountOneIsLetIn() throws Exception {
        register();
        List<NetClient> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            waiting.add(NetClient.connect(threads, chatAddress, DIALECT, TestServer.PATIENCE));
        }

        Map<Result, Integer> results = new HashMap<>();
        while (!waiting.isEmpty()) {
            List<String> tokens = tokens(waiting.size());
            for (int i = 0; i < tokens.size(); i++) {
                waiting.get(i).send(LoginRequest.of(user, tokens.get(i)));
            }
            List<NetClient> again = new ArrayList<>();
            for (NetClient client : waiting) {
                Result result = client.expect(LoginResponse.class, TestServer.PATIENCE).result();
                if (result.equals(Result.of(ErrorCode.LOGIN_UNAVAILABLE))) {
                    again.add(client);
                } else {
                    results.merge(result, 1, Integer::sum);
                }
            }
            waiting = again;
        }

        assertEquals(Map.of(Result.SUCCESS, 1, Result.of(ErrorCode.LOGIN_DUPLICATE), 99), results);
    }

    @Test
    void withoutTheApiServerUsersStayAndNobodyComesUntilItIsBack() throws Exception {
        register();
        person.says("api-login " + user + " password");
        person.awaits(("* you are logged in as " + user)::equals);
        String early = token().path("token").asText();

        api.kill();
        api.awaitExit(TestServer.PATIENCE);
        long asked = System.nanoTime();
        assertEquals(Result.of(ErrorCode.LOGIN_UNAVAILABLE), logIn(chatAddress, user, early));
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        assertTrue(waited.compareTo(Duration.ofSeconds(2)) < 0, () -> "took " + waited);
        person.saysAndReads("ping 7", "<-- PING_RES number=7");

        api.close();
        api = startApi(apiAddress.getAuthority());
        api.awaitReady();
        Eventually.isTrue(
                "the new API server knows the chat server",
                () -> listOfServers().contains("chat-2"));
        person.says("disconnect");
        person.awaits("disconnected"::equals);
        person.says("api-login " + user + " password");
        person.awaits(("* you are logged in as " + user)::equals);
    }

    @Test
    void aServerThatStopsGetsNobodyAnyMore() throws Exception {
        register();
        try (ServerProcess first = startChat("chat-1")) {
            first.awaitReady();
            assertEquals("chat-1", token().path("server").path("id").asText());

            first.terminate();
            assertEquals(0, first.awaitExit(TestServer.PATIENCE));

            assertEquals("chat-2", token().path("server").path("id").asText());
        }
    }

    @Test
    void aServerWithAnotherSecretDoesNotStart() throws Exception {
        try (ServerProcess wrong =
                ServerProcess.start(
                        Path.of(System.getProperty("chat-server2.jar")),
                        "--bind=127.0.0.1:0",
                        "--log-level=off",
                        "--api=" + apiAddress)) {
            assertEquals(1, wrong.awaitExit(TestServer.PATIENCE));
            assertEquals(
                    "chat-server2: the API server %s does not take this --secret\n"
                            .formatted(apiAddress),
                    wrong.errors());
        }
    }

    @Test
    void saysWhatTheApiServerRefuses() throws Exception {
        assertFails(
                "register NAME short", "register refused: 422 password: not 8 to 128 characters");
        assertFails(
                "register abcdefghijklmnopq password",
                "register refused: 422 userId: not 1 to 16 bytes of UTF-8 without control characters");
        assertFails(
                "api-login NAME password",
                "api-login refused: 401 no such account, or not its password;"
                        + " 'register' opens an account");
        register();
        assertFails(
                "register NAME password",
                "register refused: 409 the user id is taken;"
                        + " take another, or say 'api-login' if it is yours");
        try (Person player =
                new Person(
                        HostPort.parse("127.0.0.1:1"),
                        new ApiSettings(apiAddress, "baccarat-server"))) {
            assertEquals(
                    "api-login refused: 503 no server of that game has a free place;"
                            + " try again in 2 s",
                    failure(player, "api-login NAME password"));
        }
    }

    @Test
    void saysWhenToTryAgainAfterTooManyWrongPasswords() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertFails(
                    "api-login NAME wrong-one",
                    "api-login refused: 401 no such account, or not its password;"
                            + " 'register' opens an account");
        }
        assertEquals(
                "api-login refused: 429 too many failed logins; try again in N s",
                failure(person, "api-login NAME wrong-one").replaceFirst("[0-9]+ s$", "N s"));
    }

    private String named(String line) {
        return line.replace("NAME", user);
    }

    private void assertFails(String line, String message) {
        assertEquals(message, failure(person, line));
    }

    private String failure(Person person, String line) {
        CommandException e = assertThrows(CommandException.class, () -> person.says(named(line)));
        return String.valueOf(e.getMessage());
    }
}
