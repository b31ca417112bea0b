package gameserver.api;

import static gameserver.api.TestApi.PASSWORD;
import static gameserver.api.TestApi.credentials;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no call: each gets a problem document, and the server goes on. */
final class BadRequestLoopbackTest {
    private static TestApi api;

    @BeforeAll
    static void start() {
        api =
                TestApi.start(
                        Storage.SQLITE_AND_MEMORY, InstantSource.system(), "--max-body-size=1000");
    }

    @AfterAll
    static void stop() {
        api.get("/readyz").expect(200);
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "5",
                "\"text\"",
                "{",
                "}",
                "{\"userId\"}",
                "{userId: 1}",
                "{'userId': 'a'}",
                "{\"userId\": \"a\",}",
                "{\"userId\": \"a\"} {}",
                "{\"userId\": \"a\"} x",
                "{\"userId\": \"\\x\"}",
                "{\"userId\": NaN}",
                "{\"userId\": 01}",
                "// {}",
                "\u0000",
                "<user/>"
            })
    void whatIsNoJsonObjectIs400(String body) {
        api.post("/v1/accounts", body).expectProblem(400);
    }

    @Test
    void twoValuesForOneNameAre400() {
        String json = "{\"userId\": \"a\", \"userId\": \"b\", \"password\": \"12345678\"}";

        api.post("/v1/accounts", json).expectProblem(400);
    }

    @Test
    void jsonThatGoesTooDeepIs400() {
        String deep = "[".repeat(400) + "]".repeat(400);

        api.post("/v1/accounts", deep).expectProblem(400);
        api.post("/v1/accounts", "{\"x\": " + deep + "}").expectProblem(400);
        api.post("/v1/accounts", "{\"x\":".repeat(100) + "1" + "}".repeat(100)).expectProblem(400);
    }

    @Test
    void aHugeNumberIs400() {
        api.post("/v1/accounts", "{\"x\": " + "9".repeat(500) + "}").expectProblem(400);
    }

    @Test
    void aBodyThatIsNotUtf8Is400() {
        byte[] body = credentials("a_b", PASSWORD).getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf('_')] = (byte) 0xff;

        api.call("POST", "/v1/accounts")
                .json("")
                .body(BodyPublishers.ofByteArray(body))
                .send()
                .expectProblem(400);
    }

    @Test
    void aBrokenBodyIsNotRepeatedInTheAnswer() {
        Answer answer = api.post("/v1/login", "{\"password\": \"hush\" \"x\"}").expectProblem(400);

        assertFalse(answer.body().contains("hush"), answer.body());
    }

    @Test
    void aBodyOfAnotherTypeIs415() {
        String json = credentials("other", PASSWORD);

        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", ""}) {
            api.call("POST", "/v1/accounts")
                    .json(json)
                    .header("Content-Type", type)
                    .send()
                    .expectProblem(415);
        }
        api.call("POST", "/v1/accounts")
                .body(BodyPublishers.ofString(json))
                .send()
                .expectProblem(415);
        api.call("POST", "/v1/accounts")
                .json(json)
                .header("Content-Type", "application/json; charset=utf-8")
                .send()
                .expect(201);
    }

    @Test
    void aBodyOfTheGreatestSizeIsTakenAndOneByteMoreIs413() {
        api.post("/v1/accounts", padded("fits", 1000)).expect(201);

        Answer answer = api.post("/v1/accounts", padded("more", 1001)).expectProblem(413);

        assertEquals("the body is too large", answer.text("detail"));
        api.post("/v1/login", credentials("more", PASSWORD)).expectProblem(401);
    }

    @Test
    void aBodyIsMeasuredAlsoWhenItDoesNotSayItsSize() {
        sendInPieces(padded("chunk", 1000)).expect(201);
        sendInPieces(padded("chunks", 1001)).expectProblem(413);
        sendInPieces(padded("chunked", 100_000)).expectProblem(413);
    }

    private static Answer sendInPieces(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return api.call("POST", "/v1/accounts")
                .json("")
                .body(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)))
                .send();
    }

    private static String padded(String userId, int size) {
        String json = credentials(userId, PASSWORD);
        return " ".repeat(size - json.length()) + json;
    }

    @Test
    void aPathThatIsNoCallIs404() {
        for (String path : new String[] {"/", "/v1", "/v1/nope", "/v1/internal", "/docs/nope"}) {
            api.get(path).expectProblem(404);
        }
        api.get("/webjars/swagger-ui/nope.js").expectProblem(404);
    }

    @Test
    void aMethodThatAPathDoesNotHaveIs405AndNamesTheOthers() {
        assertEquals("POST", wrongMethod("GET", "/v1/login"));
        assertEquals("POST", wrongMethod("PUT", "/v1/accounts"));
        assertEquals("POST", wrongMethod("DELETE", "/v1/logout"));
        assertEquals("POST", wrongMethod("PATCH", "/v1/tokens"));
        assertEquals("GET", wrongMethod("POST", "/v1/servers"));
        assertEquals("PUT", wrongMethod("GET", "/v1/internal/servers/a"));
        assertEquals("GET", wrongMethod("OPTIONS", "/metrics"));
        assertEquals("POST", wrongMethod("BREW", "/v1/login"));
    }

    private static String wrongMethod(String method, String path) {
        return api.call(method, path).send().expectProblem(405).header("Allow");
    }

    @Test
    void headersThatAreTooLargeAreRefusedAsAProblem() {
        api.call("GET", "/livez").header("X-Large", "x".repeat(20_000)).send().expectProblem(431);
        api.get("/livez?" + "x".repeat(20_000)).expectProblem(414);
    }

    @Test
    void whatIsNotHttpIsRefusedAndTheConnectionClosed() throws IOException {
        String answer = sendRaw("\u0000\u0001garbage\r\n\r\n");

        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains("application/problem+json"), answer);
    }

    @Test
    void aPathThatTriesToLeaveItsFolderIsRefused() throws IOException {
        String head = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

        assertTrue(sendRaw("GET /docs/../../etc/passwd" + head).startsWith("HTTP/1.1 40"));
        assertTrue(sendRaw("GET /webjars/..%2f..%2fopenapi.json" + head).startsWith("HTTP/1.1 40"));
    }

    private static String sendRaw(String request) throws IOException {
        try (Socket socket = new Socket(api.address().host(), api.address().port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
