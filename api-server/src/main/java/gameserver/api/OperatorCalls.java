package gameserver.api;

import gameserver.api.account.Database;
import gameserver.api.state.SharedState;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;

/** What operators and developers ask for. */
final class OperatorCalls {
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** The page runs its own scripts and asks its own server. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'";

    private final Database database;
    private final SharedState state;
    private final ApiMetrics metrics;
    private final byte[] description = resource("/openapi.json");
    private final byte[] page = resource("/docs/index.html");
    private final byte[] script = resource("/docs/page.js");

    OperatorCalls(Database database, SharedState state, ApiMetrics metrics) {
        this.database = database;
        this.state = state;
        this.metrics = metrics;
    }

    /** {@code GET /metrics}. */
    void metrics(Context call) {
        call.contentType(PROMETHEUS).result(metrics.scrape());
    }

    /** {@code GET /livez}: the process answers. */
    void isAlive(Context call) {
        call.contentType(TEXT).result("alive\n");
    }

    /** {@code GET /readyz}: calls can succeed. */
    void isReady(Context call) {
        if (!state.isReachable()) {
            throw notReady("Redis does not answer");
        }
        if (!database.isReachable()) {
            throw notReady("the database does not answer");
        }
        call.contentType(TEXT).result("ready\n");
    }

    private static ProblemException notReady(String detail) {
        return ProblemException.retry(
                HttpStatus.SERVICE_UNAVAILABLE, detail, Duration.ofSeconds(1));
    }

    /** {@code GET /openapi.json}. */
    void describe(Context call) {
        call.contentType(ContentType.APPLICATION_JSON).result(description);
    }

    /** {@code GET /docs}. */
    void showPage(Context call) {
        call.header("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        call.contentType(ContentType.TEXT_HTML).result(page);
    }

    /** {@code GET /docs/page.js}. */
    void showScript(Context call) {
        call.contentType(ContentType.TEXT_JS).result(script);
    }

    private static byte[] resource(String path) {
        try (InputStream in = OperatorCalls.class.getResourceAsStream(path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
