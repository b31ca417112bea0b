package gameserver.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.api.client.ApiHttp;
import gameserver.api.client.ApiResponse;
import gameserver.client.ApiAnswer.GameLogin;
import gameserver.client.ApiAnswer.Seat;
import gameserver.net.options.Durations;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
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
    /** After that long without a table something else is more fun. */
    private static final Duration LONGEST_QUEUE = Duration.ofMinutes(1);

    /** An access token is good for an hour. */
    private static final String LOG_IN_AGAIN = "say 'api-login' again";

    private final ApiSettings settings;
    private final Duration timeout;

    /** Has threads of its own, so there is none before the first call. */
    private @Nullable ApiHttp http;

    /** Whoever has logged in last. */
    private @Nullable Account account;

    /** A user, and the calls in the user's name. */
    private record Account(String userId, ApiHttp http) {}

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
        ApiAnswer answer = await(http().post("/v1/accounts", credentials(userId, password)));
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
        ApiAnswer answer = await(http().post("/v1/login", body));
        if (!answer.isSuccess()) {
            throw new CommandException("api-login refused: " + answer.refusal());
        }
        answer.text("accessToken")
                .ifPresent(token -> account = new Account(userId, http().withBearer(token)));
        return answer.gameLogin()
                .orElseThrow(
                        () -> new CommandException(settings.server() + " is not an API server"));
    }

    private static ObjectNode credentials(String userId, String password) {
        return ApiHttp.body().put("userId", userId).put("password", password);
    }

    /** Who has logged in. */
    String userId() throws CommandException {
        return account().userId;
    }

    private Account account() throws CommandException {
        if (account == null) {
            throw new CommandException("log in first, with 'api-login NAME PASSWORD'");
        }
        return account;
    }

    /**
     * Waits for a table of {@code size}, and for no more than a minute.
     *
     * @throws CommandException when there is none, saying why
     */
    Seat match(int size) throws CommandException, InterruptedException {
        ApiHttp user = account().http;
        ObjectNode body = ApiHttp.body().put("game", settings.game()).put("size", size);
        ApiAnswer joined = await(user.post("/v1/matches", body));
        String ticket = joined.text("ticket").orElse("");
        if (!joined.isSuccess() || ticket.isEmpty()) {
            throw new CommandException("match refused: " + joined.refusal(LOG_IN_AGAIN));
        }
        try {
            return awaitSeat(user, "/v1/matches/" + ticket);
        } catch (CommandException | InterruptedException e) {
            CompletableFuture<?> unused = user.delete("/v1/matches/" + ticket);
            throw e;
        }
    }

    private Seat awaitSeat(ApiHttp user, String ticket)
            throws CommandException, InterruptedException {
        String wait = "?wait=" + timeout.toMillis() / 2 + "ms";
        long end = System.nanoTime() + LONGEST_QUEUE.toNanos();
        while (System.nanoTime() - end < 0) {
            ApiAnswer answer = await(user.get(ticket + wait));
            if (answer.seat().isPresent()) {
                return answer.seat().get();
            }
            if (!answer.text("status").equals(Optional.of("waiting"))) {
                throw new CommandException("the search for a table has ended: " + whyEnded(answer));
            }
        }
        throw new CommandException("nobody to play with within " + Durations.format(LONGEST_QUEUE));
    }

    private static String whyEnded(ApiAnswer answer) {
        return answer.isSuccess()
                ? "nobody was found in time, or you have searched again elsewhere"
                : answer.refusal(LOG_IN_AGAIN);
    }

    private ApiAnswer await(CompletableFuture<ApiResponse> answer)
            throws CommandException, InterruptedException {
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
