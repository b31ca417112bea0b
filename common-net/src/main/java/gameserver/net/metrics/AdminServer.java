package gameserver.net.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The HTTP endpoint for operators: {@code /metrics} in Prometheus' text format, {@code /livez} (the
 * process answers) and {@code /readyz} (it takes clients and has what it needs: 503 when not). Has
 * threads of its own.
 */
public final class AdminServer implements AutoCloseable {
    private static final int THREADS = 8;

    static {
        // The JDK's server waits without end for the rest of a request unless told otherwise.
        setIfAbsent("sun.net.httpserver.maxReqTime", "5");
        setIfAbsent("sun.net.httpserver.maxRspTime", "10");
    }

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer http;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(THREADS, task -> new Thread(task, "admin"));

    /** What is answered to a GET. */
    private record Answer(int status, String contentType, String body) {}

    /**
     * Starts to listen.
     *
     * @throws IOException when the address can't be listened on
     */
    public AdminServer(HostPort address, Supplier<String> metrics, BooleanSupplier ready)
            throws IOException {
        http = HttpServer.create(address.toSocketAddress(), 0);
        http.setExecutor(threads);
        serve("/metrics", () -> new Answer(200, PROMETHEUS, metrics.get()));
        serve("/livez", () -> new Answer(200, TEXT, "alive\n"));
        serve(
                "/readyz",
                () ->
                        ready.getAsBoolean()
                                ? new Answer(200, TEXT, "ready\n")
                                : new Answer(503, TEXT, "not ready\n"));
        serve("/", () -> new Answer(404, TEXT, "try /metrics, /livez or /readyz\n"));
        http.start();
    }

    private void serve(String path, Supplier<Answer> answer) {
        http.createContext(
                path,
                exchange -> {
                    try (exchange) {
                        boolean read = exchange.getRequestMethod().matches("GET|HEAD");
                        boolean exact =
                                path.equals("/") || path.equals(exchange.getRequestURI().getPath());
                        exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                        if (!read) {
                            send(exchange, new Answer(405, TEXT, "only GET\n"));
                        } else if (!exact) {
                            send(exchange, new Answer(404, TEXT, "no such page\n"));
                        } else {
                            send(exchange, answer.get());
                        }
                    }
                });
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void setIfAbsent(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }

    public HostPort address() {
        InetSocketAddress address = http.getAddress();
        return HostPort.of(address);
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
