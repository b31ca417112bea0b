package gameserver.api.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What the API server has answered.
 *
 * @param status of HTTP
 * @param body a missing node when there is none, or none that is JSON
 * @param retryAfter after how many seconds it wants to be asked again
 */
public record ApiResponse(int status, JsonNode body, Optional<String> retryAfter) {

    /** Whether it did what it was asked. */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Why it did not, in its own words. */
    public String detail() {
        JsonNode detail = body.path("detail");
        return detail.isTextual() ? detail.textValue() : "without a reason";
    }
}
