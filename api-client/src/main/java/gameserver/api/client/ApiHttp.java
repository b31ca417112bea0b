package gameserver.api.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls of an API server: a JSON body there, a JSON body back. A call has an answer, or has failed,
 * when its time is over: with a {@link TimeoutException}, or with what went wrong on the way.
 *
 * <p><strong>Threads:</strong> any may call. What depends on an answer runs on the one thread of
 * this client, which must not be kept.
 */
public final class ApiHttp {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI server;
    private final @Nullable String bearer;
    private final Duration timeout;
    private final HttpClient http;

    /**
     * A client of the server at {@code server}; connects when something is asked.
     *
     * @param bearer what goes with each call to say who it is from
     * @param timeout for a whole call, until the last byte of its answer
     */
    public ApiHttp(URI server, @Nullable String bearer, Duration timeout) {
        // HTTP/2 would begin with an offer to change to it, which the server ignores.
        this(
                server,
                bearer,
                timeout,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(oneThread())
                        .build());
    }

    private ApiHttp(URI server, @Nullable String bearer, Duration timeout, HttpClient http) {
        this.server = server;
        this.bearer = bearer;
        this.timeout = timeout;
        this.http = http;
    }

    /** The same client, for calls in the name of somebody else. */
    public ApiHttp withBearer(String newBearer) {
        return new ApiHttp(server, newBearer, timeout, http);
    }

    private static Executor oneThread() {
        return Executors.newSingleThreadExecutor(
                task -> {
                    Thread thread = new Thread(task, "api-client");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** An empty body, to be filled. */
    public static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** The address that all calls go to. */
    public URI server() {
        return server;
    }

    /** Asks something that has a body. */
    public CompletableFuture<ApiResponse> post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    /** Puts something in a place. */
    public CompletableFuture<ApiResponse> put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    /** Asks how something is. */
    public CompletableFuture<ApiResponse> get(String path) {
        return call(path, request -> request.GET());
    }

    /** Ends something. */
    public CompletableFuture<ApiResponse> delete(String path) {
        return call(path, request -> request.DELETE());
    }

    private CompletableFuture<ApiResponse> send(String method, String path, JsonNode body) {
        return call(
                path,
                request ->
                        request.header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body.toString())));
    }

    private CompletableFuture<ApiResponse> call(
            String path, UnaryOperator<HttpRequest.Builder> what) {
        HttpRequest.Builder request = what.apply(HttpRequest.newBuilder(server.resolve(path)));
        if (bearer != null) {
            request.header("Authorization", "Bearer " + bearer);
        }
        CompletableFuture<HttpResponse<byte[]>> exchange =
                http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        // The time-out of a request would end with the headers, and a body may never come.
        return exchange.thenApply(ApiHttp::read)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((response, failure) -> exchange.cancel(true));
    }

    private static ApiResponse read(HttpResponse<byte[]> response) {
        return new ApiResponse(
                response.statusCode(),
                parse(response.body()),
                response.headers().firstValue("Retry-After"));
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
