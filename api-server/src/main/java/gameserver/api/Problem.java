package gameserver.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a failed call answers: a problem document of RFC 9457.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the status in words
 * @param detail what is wrong with this request, for people
 * @param field the name in the request's JSON that is wrong; null when it is not one name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(String type, String title, int status, String detail, @Nullable String field) {
    static final String CONTENT_TYPE = "application/problem+json";

    static Problem of(HttpStatus status, String detail) {
        return new Problem("about:blank", status.getMessage(), status.getCode(), detail, null);
    }

    static Problem ofField(String field, String detail) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        return new Problem("about:blank", status.getMessage(), status.getCode(), detail, field);
    }
}
