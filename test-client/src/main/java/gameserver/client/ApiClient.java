package gameserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.client.ApiAnswer.GameLogin;
import gameserver.net.options.Durations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the API server that a user makes. Each waits for its answer.
 *
 * <p><strong>Threads:</strong> one, which runs the commands. Interrupting it ends a call.
 */
final class ApiClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApiSettings settings;
    private final Duration timeout;

    /** Has threads of its own, so there is none before the first call. */
    private @Nullable HttpClient http;

    ApiClient(ApiSettings settings, Duration timeout) {
        this.settings = settings;
        this.timeout = timeout;
    }

    String game() {
        return settings.game();
    }

    /**
     * Opens an account.
     *
     * @throws CommandException when there is none, saying why
     */
    void register(String userId, String password) throws CommandException, InterruptedException {
        ApiAnswer answer = post("/v1/accounts", credentials(userId, password));
        if (!answer.isSuccess()) {
            throw new CommandException("register refused: " + answer.refusal());
        }
    }

    /**
     * Logs in and asks for a place on a server of the game.
     *
     * @throws CommandException when there is none, saying why
     */
    GameLogin logIn(String userId, String password) throws CommandException, InterruptedException {
        ObjectNode body = credentials(userId, password).put("game", settings.game());
        ApiAnswer answer = post("/v1/login", body);
        if (!answer.isSuccess()) {
            throw new CommandException("api-login refused: " + answer.refusal());
        }
        return answer.gameLogin()
                .orElseThrow(
                        () -> new CommandException(settings.server() + " is not an API server"));
    }

    private static ObjectNode credentials(String userId, String password) {
        return JSON.createObjectNode().put("userId", userId).put("password", password);
    }

    private ApiAnswer post(String path, JsonNode body)
            throws CommandException, InterruptedException {
        URI address = settings.server().resolve(path);
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<byte[]> response = exchange(request);
        return new ApiAnswer(
                response.statusCode(),
                parse(response.body()),
                response.headers().firstValue("Retry-After"));
    }

    /** The timeout of a request would end with the headers, and a body may never come. */
    private HttpResponse<byte[]> exchange(HttpRequest request)
            throws CommandException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http().sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new CommandException(
                    "the API server %s did not answer within %s"
                            .formatted(settings.server(), Durations.format(timeout)));
        } catch (ExecutionException e) {
            throw new CommandException(explain(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private String explain(@Nullable Throwable cause) {
        if (cause instanceof ConnectException) {
            return "can't reach the API server %s; start it with './run api-server', or say --api"
                    .formatted(settings.server());
        }
        return "no answer from the API server %s: %s"
                .formatted(settings.server(), cause == null ? "failed" : cause.getMessage());
    }

    private HttpClient http() {
        HttpClient open = http;
        if (open == null) {
            // The other version begins with an offer to change to it, which this server ignores.
            open = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            http = open;
        }
        return open;
    }

    /** What is not JSON has nothing to tell either. */
    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }
}
