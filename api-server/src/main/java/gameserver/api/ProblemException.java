package gameserver.api;

import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;

/** Ends a call with a problem that its caller has caused, or can do something about. */
final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.detail(), null, false, false); // No trace: it is not our bug.
        this.problem = problem;
        this.headers = headers;
    }

    ProblemException(HttpStatus status, String detail) {
        this(Problem.of(status, detail), Map.of());
    }

    /** 422: the JSON is well-formed, but a value is not what it has to be. */
    static ProblemException ofField(String field, String detail) {
        return new ProblemException(Problem.ofField(field, field + ": " + detail), Map.of());
    }

    /** 401, and how to do better. */
    static ProblemException unauthorized(String detail) {
        return new ProblemException(
                Problem.of(HttpStatus.UNAUTHORIZED, detail),
                Map.of(Header.WWW_AUTHENTICATE, "Bearer"));
    }

    /** 429 or 503, and when to try again. */
    static ProblemException retry(HttpStatus status, String detail, Duration after) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return new ProblemException(
                Problem.of(status, detail), Map.of(Header.RETRY_AFTER, Long.toString(seconds)));
    }

    Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
