package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.options.HostPort;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What a game server says to the API server: that it is there, and which tokens it has got. */
final class Registration implements AutoCloseable {
    static final String SECRET = "the-secret-of-the-test";
    static final String GAME = "chat-server2";

    private static final String ID = "chat-1";
    private static final long HEARTBEAT_SECONDS = 2;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
    private final URI api;
    private final HostPort game;

    Registration(URI api, HostPort game) {
        this.api = api;
        this.game = game;
    }

    /** Registers the game server, and keeps it registered. */
    void begin() throws Exception {
        register();
        Future<?> unused =
                heart.scheduleAtFixedRate(
                        () -> {
                            try {
                                register();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        HEARTBEAT_SECONDS,
                        HEARTBEAT_SECONDS,
                        TimeUnit.SECONDS);
    }

    private void register() throws Exception {
        String body =
                """
                {"game":"%s","host":"%s","port":%d,"users":0,"capacity":100,"rooms":0,"draining":false}
                """
                        .formatted(GAME, game.host(), game.port());
        assertEquals(204, call("PUT", "/v1/internal/servers/" + ID, body).statusCode());
    }

    /** Asks whether a token is good, which it is once. */
    String consume(String token, String userId) throws Exception {
        String body =
                "{\"token\":\"%s\",\"userId\":\"%s\",\"serverId\":\"%s\"}"
                        .formatted(token, userId, ID);
        return call("POST", "/v1/internal/tokens/consume", body).body();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(api.resolve(path))
                        .header("Authorization", "Bearer " + SECRET)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
