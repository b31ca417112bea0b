package gameserver.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object that a request brings. What is missing or of another type is answered with 422
 * and its name; what is no JSON object, or goes deeper than any call needs, with 400. Names that a
 * call does not know are ignored, so that newer callers can talk to older servers.
 */
final class JsonBody {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_NUMBER_LENGTH = 20;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxNumberLength(MAX_NUMBER_LENGTH)
                                                    .build())
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    static JsonBody of(Context call) {
        if (!call.isJson()) {
            throw new ProblemException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "the body has to be application/json");
        }
        JsonNode node = parse(call.bodyAsBytes());
        if (!node.isObject()) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "the body is not a JSON object");
        }
        return new JsonBody(node);
    }

    private static JsonNode parse(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (StreamConstraintsException e) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "the body goes too deep, or has a number too long");
        } catch (JsonProcessingException e) {
            // Jackson's own message quotes the body, and a body may hold a password.
            throw new ProblemException(HttpStatus.BAD_REQUEST, "the body is not JSON");
        } catch (IOException e) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "the body is not UTF-8");
        }
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> ProblemException.ofField(field, "missing"));
    }

    Optional<String> optionalText(String field) {
        @Nullable JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ProblemException.ofField(field, "not a string");
        }
        return Optional.of(value.textValue());
    }

    int integer(String field, int least, int greatest) {
        return Math.toIntExact(whole(field, least, greatest));
    }

    OptionalInt optionalInteger(String field, int least, int greatest) {
        @Nullable JsonNode value = object.get(field);
        return value == null || value.isNull()
                ? OptionalInt.empty()
                : OptionalInt.of(integer(field, least, greatest));
    }

    long whole(String field, long least, long greatest) {
        @Nullable JsonNode value = object.get(field);
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > greatest) {
            throw ProblemException.ofField(
                    field, "not an integer in %d..%d".formatted(least, greatest));
        }
        return value.longValue();
    }

    /** A list of objects, of which there is at least one. */
    List<JsonBody> objects(String field, int most) {
        @Nullable JsonNode values = object.get(field);
        if (values == null || !values.isArray() || values.isEmpty() || values.size() > most) {
            throw ProblemException.ofField(field, "not a list of 1..%d objects".formatted(most));
        }
        List<JsonBody> objects = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isObject()) {
                throw ProblemException.ofField(field, "not a list of objects");
            }
            objects.add(new JsonBody(value));
        }
        return objects;
    }

    /** A list of integers; empty when there is none. */
    List<Integer> integers(String field, int most) {
        @Nullable JsonNode values = object.get(field);
        if (values == null || values.isNull()) {
            return List.of();
        }
        if (!values.isArray() || values.size() > most) {
            throw ProblemException.ofField(field, "not a list of 0..%d integers".formatted(most));
        }
        List<Integer> integers = new ArrayList<>();
        for (JsonNode value : values) {
            if (!value.isIntegralNumber() || !value.canConvertToInt()) {
                throw ProblemException.ofField(field, "not a list of integers");
            }
            integers.add(value.intValue());
        }
        return integers;
    }

    boolean flag(String field) {
        @Nullable JsonNode value = object.get(field);
        if (value == null || !value.isBoolean()) {
            throw ProblemException.ofField(field, "not true or false");
        }
        return value.booleanValue();
    }
}
