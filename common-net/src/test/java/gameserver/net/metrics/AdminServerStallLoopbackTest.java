package gameserver.net.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdminServerStallLoopbackTest {
    private static HttpResponse<String> ask(AdminServer admin, String method) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://" + admin.address() + "/livez"))
                        .method(method, BodyPublishers.noBody())
                        .timeout(Duration.ofSeconds(5))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    @Test
    void answersWhileAnotherConnectionStallsInItsRequest() throws Exception {
        HostPort free = HostPort.parse("127.0.0.1:0");
        try (AdminServer admin = new AdminServer(free, () -> "", () -> true);
                Socket stalled = new Socket(admin.address().host(), admin.address().port())) {
            stalled.getOutputStream().write("GET /liv".getBytes(US_ASCII));
            ask(admin, "HEAD");

            assertEquals(200, ask(admin, "GET").statusCode());
        }
    }

    @Test
    void saysWhichMethodsAreAllowed() throws Exception {
        HostPort free = HostPort.parse("127.0.0.1:0");
        try (AdminServer admin = new AdminServer(free, () -> "", () -> true)) {
            HttpResponse<String> response = ask(admin, "POST");

            String allowed = response.headers().firstValue("Allow").orElse("");
            assertTrue(allowed.contains("GET"), "Allow: " + allowed);
        }
    }
}
