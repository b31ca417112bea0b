package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way from no account into a chat, with the real API server and the real chat server. */
@Timeout(60)
final class ApiServerIT {
    private static final String SECRET = "the-secret-of-the-test";
    private static final String GAME = "chat-server2";
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);

    @TempDir private Path directory = Path.of("");

    private final ClientThreads threads = new ClientThreads(1);
    private ServerProcess api;
    private ServerProcess chat;
    private URI apiAddress;
    private HostPort chatAddress;
    private Person alice;

    @BeforeEach
    void start() {
        api = startApi("127.0.0.1:0");
        apiAddress = URI.create("http://" + api.awaitReady());
        chat = startChat("chat-1");
        chatAddress = chat.awaitReady();
        alice = newPerson();
    }

    @AfterEach
    void stop() {
        alice.close();
        chat.close();
        api.close();
        threads.close();
    }

    private ServerProcess startApi(String bind) {
        return ServerProcess.start(
                Path.of(System.getProperty("api-server.jar")),
                "--bind=" + bind,
                "--database=jdbc:sqlite:" + directory.resolve("accounts.db"),
                "--secret=" + SECRET,
                "--log-level=warn");
    }

    private ServerProcess startChat(String id) {
        return ServerProcess.start(
                Path.of(System.getProperty("chat-server2.jar")),
                "--bind=127.0.0.1:0",
                "--api=" + apiAddress,
                "--server-id=" + id,
                "--secret=" + SECRET);
    }

    private Person newPerson() {
        return new Person(HostPort.parse("127.0.0.1:1"), new ApiSettings(apiAddress, GAME));
    }

    /** A token for a login on whichever server has places. */
    private String token(String user) {
        ObjectNode body =
                ApiHttp.body().put("userId", user).put("password", "password").put("game", GAME);
        ApiResponse answer = post("/v1/login", body);
        return answer.body().path("token").asText("none: " + answer);
    }

    private ApiResponse post(String path, ObjectNode body) {
        return new ApiHttp(apiAddress, null, Duration.ofSeconds(20)).post(path, body).join();
    }

    private void register(String user) {
        ObjectNode body = ApiHttp.body().put("userId", user).put("password", "password");
        assertEquals(201, post("/v1/accounts", body).status());
    }

    private Result logIn(HostPort server, String user, String password) throws Exception {
        NetClient client = NetClient.connect(threads, server, DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(user, password));
        return client.expect(LoginResponse.class, TestServer.PATIENCE).result();
    }

    @Test
    void leadsFromNoAccountIntoTheChat() throws Exception {
        alice.saysAndReads(
                "register alice 비밀번호 8자 이상", "the account alice is open; 'api-login' logs in");

        alice.says("api-login alice 비밀번호 8자 이상");
        alice.reads("connected to " + chatAddress);
        alice.reads("* you are logged in as alice");
        alice.says("enter 1");
        alice.awaits(line -> line.contains("room 1"));
    }

    @Test
    void aTokenIsForOneLoginOfOneUserOnOneServer() throws Exception {
        register("alice");
        try (ServerProcess other = startChat("chat-2")) {
            HostPort otherAddress = other.awaitReady();
            String token = token("alice");
            // Which of the two servers it is for is told beside it; the first in order, here.
            assertRejected(logIn(otherAddress, "alice", token));
            assertRejected(logIn(chatAddress, "bob", token));
            assertRejected(logIn(chatAddress, "alice", "password"));
            assertRejected(logIn(chatAddress, "alice", ""));
            assertRejected(logIn(chatAddress, "alice", "AAAAAAAAAAAAAAAA"));

            assertEquals(Result.SUCCESS, logIn(chatAddress, "alice", token));
            assertRejected(logIn(chatAddress, "alice", token));
        }
    }

    private static void assertRejected(Result result) {
        assertEquals(Result.of(ErrorCode.LOGIN_REJECTED), result);
    }

    @Test
    void ofAHundredLoginsWithTokensOfOneAccountOneIsLetIn() throws Exception {
        register("alice");
        List<NetClient> clients = new ArrayList<>();
        List<String> tokens = IntStream.range(0, 100).mapToObj(i -> token("alice")).toList();
        for (String unused : tokens) {
            clients.add(NetClient.connect(threads, chatAddress, DIALECT, TestServer.PATIENCE));
        }
        IntStream.range(0, 100)
                .forEach(i -> clients.get(i).send(LoginRequest.of("alice", tokens.get(i))));

        List<Result> results = new ArrayList<>();
        for (NetClient client : clients) {
            results.add(client.expect(LoginResponse.class, TestServer.PATIENCE).result());
        }

        assertEquals(1, Collections.frequency(results, Result.SUCCESS));
        assertEquals(99, Collections.frequency(results, Result.of(ErrorCode.LOGIN_DUPLICATE)));
    }

    @Test
    void whoIsInsideStaysWithoutTheApiServerAndNobodyIsLetInUntilItIsBack() throws Exception {
        register("alice");
        register("bob");
        alice.says("api-login alice password");
        alice.awaits("* you are logged in as alice"::equals);
        String early = token("bob");
        HostPort address = HostPort.parse(apiAddress.getAuthority());

        api.kill();
        api.awaitExit(TestServer.PATIENCE);
        long asked = System.nanoTime();
        assertEquals(Result.of(ErrorCode.LOGIN_UNAVAILABLE), logIn(chatAddress, "bob", early));
        Duration waited = Duration.ofNanos(System.nanoTime() - asked);
        assertTrue(waited.compareTo(Duration.ofSeconds(2)) < 0, () -> "took " + waited);
        alice.saysAndReads("ping 7", "<-- PING_RES number=7");

        api.close();
        api = startApi(address.toString());
        api.awaitReady();
        Eventually.isTrue("registered again", () -> !token("bob").startsWith("none"));
        assertEquals(Result.SUCCESS, logIn(chatAddress, "bob", token("bob")));
    }

    @Test
    void aServerThatStopsGetsNobodyAnyMore() throws Exception {
        register("alice");
        chat.terminate();
        assertEquals(0, chat.awaitExit(TestServer.PATIENCE));

        assertTrue(token("alice").contains("no server of that game has a free place"));
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
                "register alice short", "register refused: 422 password: not 8 to 128 characters");
        assertFails(
                "register abcdefghijklmnopq password",
                "register refused: 422 userId: not 1 to 16 bytes of UTF-8 without control characters");
        assertFails(
                "api-login alice password",
                "api-login refused: 401 no such account, or not its password;"
                        + " 'register' opens an account");
        alice.saysAndReads(
                "register alice password", "the account alice is open; 'api-login' logs in");
        assertFails(
                "register alice password",
                "register refused: 409 the user id is taken;"
                        + " take another, or say 'api-login' if it is yours");
        try (Person player =
                new Person(
                        HostPort.parse("127.0.0.1:1"),
                        new ApiSettings(apiAddress, "baccarat-server"))) {
            assertEquals(
                    "api-login refused: 503 no server of that game has a free place;"
                            + " try again in 2 s",
                    failure(player, "api-login alice password"));
        }
    }

    @Test
    void saysWhenToTryAgainAfterTooManyWrongPasswords() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertFails(
                    "api-login alice wrong-one",
                    "api-login refused: 401 no such account, or not its password;"
                            + " 'register' opens an account");
        }
        assertEquals(
                "api-login refused: 429 too many failed logins; try again in N s",
                failure(alice, "api-login alice wrong-one").replaceFirst("[0-9]+ s$", "N s"));
    }

    private void assertFails(String line, String message) {
        assertEquals(message, failure(alice, line));
    }

    private static String failure(Person person, String line) {
        CommandException e = assertThrows(CommandException.class, () -> person.says(line));
        return String.valueOf(e.getMessage());
    }
}
