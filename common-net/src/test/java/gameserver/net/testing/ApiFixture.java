package gameserver.net.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An API server in the test's own process that answers every call with what the test has said. */
public final class ApiFixture implements AutoCloseable {
    private final HttpServer server;
    private final Queue<String> calls = new ConcurrentLinkedQueue<>();
    private volatile Answer answer = new Answer(500, "", "{}");

    /**
     * What it answers.
     *
     * @param retryAfter empty for none
     */
    private record Answer(int status, String retryAfter, String body) {}

    private ApiFixture() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Starts it on a free port. */
    public static ApiFixture start() throws IOException {
        return new ApiFixture();
    }

    /** From now on. */
    public void answers(int status, String body) {
        answer = new Answer(status, "", body);
    }

    /** From now on, with a header that says when to come again. */
    public void answers(int status, String retryAfter, String body) {
        answer = new Answer(status, retryAfter, body);
    }

    private void handle(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(
                "%s %s %s %s"
                        .formatted(
                                call.getRequestMethod(),
                                call.getRequestURI(),
                                call.getRequestHeaders().getFirst("Content-Type"),
                                body));
        byte[] bytes = answer.body.getBytes(StandardCharsets.UTF_8);
        if (!answer.retryAfter.isEmpty()) {
            call.getResponseHeaders().set("Retry-After", answer.retryAfter);
        }
        call.sendResponseHeaders(answer.status, bytes.length == 0 ? -1 : bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    /** Its address, as {@code http://host:port}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Every call so far: its method, path, content type and body. */
    public Queue<String> calls() {
        return calls;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
