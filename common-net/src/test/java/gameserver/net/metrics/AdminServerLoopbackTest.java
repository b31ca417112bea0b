package gameserver.net.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminServerLoopbackTest {
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AdminServer admin;

    AdminServerLoopbackTest() throws IOException {
        admin = new AdminServer(HostPort.parse("127.0.0.1:0"), () -> "some 1\n", ready::get);
    }

    @AfterEach
    void close() {
        admin.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + admin.address() + path))
                        .method(method, BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(10))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Test
    void isAlive() throws Exception {
        assertEquals(200, ask("GET", "/livez").statusCode());
    }

    @Test
    void isReadyUntilTheServerDrains() throws Exception {
        assertEquals(200, ask("GET", "/readyz").statusCode());

        ready.set(false);

        assertEquals(503, ask("GET", "/readyz").statusCode());
        assertEquals(200, ask("GET", "/livez").statusCode());
    }

    @Test
    void showsTheMetricsAsPrometheusText() throws Exception {
        HttpResponse<String> response = ask("GET", "/metrics");

        assertEquals(200, response.statusCode());
        assertEquals("some 1\n", response.body());
        String type = response.headers().firstValue("Content-Type").orElse("");
        assertTrue(type.startsWith("text/plain; version=0.0.4"), type);
    }

    @Test
    void ignoresAQuery() throws Exception {
        assertEquals(200, ask("GET", "/metrics?name=some").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/metricsx", "/metrics/", "/livez/x", "/admin"})
    void knowsNoOtherPath(String path) throws Exception {
        assertEquals(404, ask("GET", path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void allowsNothingThatChangesAnything(String method) throws Exception {
        assertEquals(405, ask(method, "/metrics").statusCode());
        assertEquals(405, ask(method, "/livez").statusCode());
    }

    @Test
    void answersAHeadWithoutABody() throws Exception {
        HttpResponse<String> response = ask("HEAD", "/metrics");

        assertEquals(200, response.statusCode());
        assertEquals("", response.body());
    }
}
