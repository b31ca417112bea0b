package gameserver.api.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.ApiFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class GameServerApiTest {
    private static final String TOKEN = "AbCdEfGhIjKlMn-_";
    private static final int MOST_CHECKS = 256;
    private static final Admission REJECTED = Admission.refused(ErrorCode.LOGIN_REJECTED);
    private static final Admission UNAVAILABLE = Admission.refused(ErrorCode.LOGIN_UNAVAILABLE);

    private ApiFixture server;
    private GameServerApi api;

    @BeforeEach
    void start() throws Exception {
        server = ApiFixture.start();
        api = apiAt(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static GameServerApi apiAt(URI address) {
        ApiHttp http = new ApiHttp(address, "the-secret", Duration.ofMillis(900));
        return new GameServerApi(http, "chat-server2", "chat-1", "run-1");
    }

    private Admission check(String password) {
        return checkLater(password).toCompletableFuture().join();
    }

    private CompletionStage<Admission> checkLater(String password) {
        return api.check("앨리스", Bytes.utf8(password));
    }

    @Test
    void asksOnceForEachToken() {
        server.answers(200, "{\"valid\":true}");
        assertEquals(Admission.GRANTED, check(TOKEN));

        server.answers(200, "{\"valid\":false}");
        assertEquals(REJECTED, check(TOKEN));

        String call =
                "POST /v1/internal/tokens/consume application/json"
                        + " {\"token\":\"AbCdEfGhIjKlMn-_\",\"userId\":\"앨리스\","
                        + "\"serverId\":\"chat-1\"}";
        assertEquals(List.of(call, call), List.copyOf(server.calls()));
    }

    @Test
    void tellsTheRoomInWhichAPlaceIsKept() {
        server.answers(200, "{\"valid\":true,\"room\":507}");

        assertEquals(Admission.grantedWith(507), check(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pw", "AbCdEfGhIjKlMn-_x", "AbCdEfGhIjKlMn- ", "비밀번호"})
    void asksNobodyAboutWhatCanNotBeAToken(String password) {
        assertEquals(REJECTED, check(password));
        assertEquals(List.of(), List.copyOf(server.calls()));
    }

    @Test
    void asksNobodyAboutBytesThatAreNoText() {
        Bytes bytes = Bytes.of(new byte[] {(byte) 0xff, (byte) 0xfe});

        assertEquals(REJECTED, api.check("alice", bytes).toCompletableFuture().join());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "null",
                "{}",
                "{\"valid\":null}",
                "{\"valid\":\"true\"}"
            })
    void takesNoAnswerOfAnotherKindForAnAdmission(String body) {
        server.answers(200, body);

        assertEquals(UNAVAILABLE, check(TOKEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 429, 500, 503})
    void takesARefusedCallForAnOutage(int status) {
        server.answers(status, "{\"detail\":\"no\"}");

        assertEquals(UNAVAILABLE, check(TOKEN));
    }

    @Test
    void saysSoWhereNobodyListens() {
        server.close();

        assertEquals(UNAVAILABLE, check(TOKEN));
    }

    @Test
    void givesUpOnAServerThatDoesNotAnswer() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress())) {
            api = apiAt(URI.create("http://127.0.0.1:" + silent.getLocalPort()));
            List<CompletionStage<Admission>> waiting =
                    Stream.generate(() -> checkLater(TOKEN)).limit(MOST_CHECKS).toList();

            assertTrue(checkLater(TOKEN).toCompletableFuture().isDone(), "one too many waits");
            for (CompletionStage<Admission> admission : waiting) {
                assertEquals(UNAVAILABLE, admission.toCompletableFuture().join());
            }
            assertFalse(checkLater(TOKEN).toCompletableFuture().isDone(), "none is asked again");
        }
    }
}
