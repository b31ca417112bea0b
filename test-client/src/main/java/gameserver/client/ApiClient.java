package gameserver.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.api.client.ApiHttp;
import gameserver.api.client.ApiResponse;
import gameserver.client.ApiAnswer.GameLogin;
import gameserver.net.options.Durations;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the API server that a user makes. Each waits for its answer.
 *
 * <p><strong>Threads:</strong> one, which runs the commands. Interrupting it ends a call.
 */
final class ApiClient {
    private final ApiSettings settings;
    private final Duration timeout;

    /** Has threads of its own, so there is none before the first call. */
    private @Nullable ApiHttp http;

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
        return ApiHttp.body().put("userId", userId).put("password", password);
    }

    private ApiAnswer post(String path, JsonNode body)
            throws CommandException, InterruptedException {
        CompletableFuture<ApiResponse> answer = http().post(path, body);
        try {
            return new ApiAnswer(answer.get());
        } catch (ExecutionException e) {
            throw new CommandException(explain(e.getCause()));
        } finally {
            answer.cancel(true);
        }
    }

    private String explain(@Nullable Throwable cause) {
        if (cause instanceof TimeoutException) {
            return "the API server %s did not answer within %s"
                    .formatted(settings.server(), Durations.format(timeout));
        }
        if (cause instanceof ConnectException) {
            return "can't reach the API server %s; start it with './run api-server', or say --api"
                    .formatted(settings.server());
        }
        return "no answer from the API server %s: %s"
                .formatted(settings.server(), cause == null ? "failed" : cause.getMessage());
    }

    private ApiHttp http() {
        ApiHttp open = http;
        if (open == null) {
            open = new ApiHttp(settings.server(), null, timeout);
            http = open;
        }
        return open;
    }
}
