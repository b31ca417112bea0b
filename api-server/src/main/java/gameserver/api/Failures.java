package gameserver.api;

import gameserver.api.state.UnavailableException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a call that ends with an exception: always a problem document. */
final class Failures {
    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final AtomicLong warnedAtNanos = new AtomicLong(System.nanoTime() - NANOS_PER_SECOND);

    void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, call) -> answer(call, e));
        routes.exception(HttpResponseException.class, this::refuse);
        routes.exception(UnavailableException.class, this::unavailable);
        routes.exception(Exception.class, this::ourBug);
    }

    /** What Javalin itself refuses: no such path, no such method, a body that is too large. */
    private void refuse(HttpResponseException e, Context call) {
        HttpStatus status = HttpStatus.forStatus(e.getStatus());
        String methods = e.getDetails().get("availableMethods");
        if (methods != null) {
            call.header(Header.ALLOW, methods);
        }
        answer(call, new ProblemException(status, detail(status)));
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "there is no such call; /docs shows those there are";
            case METHOD_NOT_ALLOWED -> "not with this method";
            case CONTENT_TOO_LARGE -> "the body is too large";
            default -> status.getMessage();
        };
    }

    private void unavailable(UnavailableException e, Context call) {
        warn(e);
        answer(
                call,
                ProblemException.retry(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        String.valueOf(e.getMessage()),
                        Duration.ofSeconds(1)));
    }

    /** At most once a second: during an outage every call ends here. */
    private void warn(UnavailableException e) {
        long now = System.nanoTime();
        long last = warnedAtNanos.get();
        if (now - last >= NANOS_PER_SECOND && warnedAtNanos.compareAndSet(last, now)) {
            Throwable cause = e.getCause();
            log.warn("{}{}", e.getMessage(), cause == null ? "" : ": " + cause);
        }
    }

    private void ourBug(Exception e, Context call) {
        log.error("call failed method={} path={}", call.method(), call.path(), e);
        answer(
                call,
                new ProblemException(
                        HttpStatus.INTERNAL_SERVER_ERROR, "the server's fault; its log says more"));
    }

    private static void answer(Context call, ProblemException e) {
        e.headers().forEach(call::header);
        call.status(e.problem().status()).json(e.problem());
        call.res().setCharacterEncoding((String) null); // JSON has none to choose from.
        call.contentType(Problem.CONTENT_TYPE);
    }
}
