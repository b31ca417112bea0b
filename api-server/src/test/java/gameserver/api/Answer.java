package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Iterator;

/** What a call was answered. */
record Answer(HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    /** Empty when there is no such header. */
    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body(), e);
        }
    }

    /** The value of a name in the JSON object. */
    String text(String field) {
        return json().path(field).asText();
    }

    /** Fails with the whole answer when the status is another one. */
    Answer expect(int status) {
        assertEquals(status, status(), this::toString);
        return this;
    }

    /** Fails unless this is a problem document of RFC 9457 with this status. */
    Answer expectProblem(int status) {
        expect(status);
        assertEquals("application/problem+json", header("Content-Type"));
        JsonNode problem = json();
        assertEquals("about:blank", problem.path("type").asText());
        assertEquals(status, problem.path("status").asInt());
        assertFalse(problem.path("title").asText().isEmpty(), body());
        assertFalse(problem.path("detail").asText().isEmpty(), body());
        assertOnlyKnownMembers(problem);
        return this;
    }

    private static void assertOnlyKnownMembers(JsonNode problem) {
        for (Iterator<String> names = problem.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            assertFalse(
                    !name.matches("type|title|status|detail|field"), () -> name + " in " + problem);
        }
    }

    /** Fails unless this is a 422 that names {@code field}. */
    Answer expectWrong(String field) {
        expectProblem(422);
        assertEquals(field, text("field"), body());
        return this;
    }

    @Override
    public String toString() {
        return "%d %s".formatted(status(), body());
    }
}
