package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gameserver.net.testing.Eventually;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What operators and developers ask for. */
final class OperatorLoopbackTest {
    /** What the page itself is made of: described nowhere, since nobody calls it. */
    private static final Set<String> PARTS_OF_THE_PAGE = Set.of("get /docs/page.js");

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private final TestApi api;

    OperatorLoopbackTest(TestApi api) {
        this.api = api;
    }

    @OnEachStorage
    void aliveAndReadyAreTold() {
        Answer alive = api.get("/livez").expect(200);
        Answer ready = api.get("/readyz").expect(200);

        assertEquals("alive\n", alive.body());
        assertEquals("ready\n", ready.body());
        assertEquals("text/plain;charset=utf-8", ready.header("Content-Type"));
        assertEquals("", api.call("HEAD", "/readyz").send().expect(200).body());
    }

    @OnEachStorage
    void metricsCountCallsUnderNamesThatNobodyCanMakeUp() {
        api.get("/v1/made-up-path").expectProblem(404);
        api.heartbeat("metered-1", "metered", 0);

        Eventually.isTrue("both are counted", () -> countsBoth(api.get("/metrics").body()));

        String metrics = api.get("/metrics").expect(200).body();
        assertFalse(metrics.contains("made-up-path"), metrics);
        assertFalse(metrics.contains("metered-1"), metrics);
        assertTrue(metrics.contains("api_hashing_callers 0.0"), metrics);
        assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
    }

    /** A call is counted after it is answered. */
    private static boolean countsBoth(String metrics) {
        return metrics.contains("api_requests_seconds_count{call=\"none\",status=\"404\"} ")
                && metrics.contains(
                        "api_requests_seconds_count{call=\"PUT /v1/internal/servers/{id}\","
                                + "status=\"204\"} ");
    }

    @OnEachStorage
    void theDescriptionListsEveryCallAndNoOther() {
        JsonNode description = api.get("/openapi.json").expect(200).json();

        Set<String> described = new TreeSet<>();
        description
                .path("paths")
                .properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method ->
                                                        described.add(
                                                                method + " " + path.getKey())));
        Set<String> served = servedCalls();
        served.removeAll(PARTS_OF_THE_PAGE);
        assertTrue(served.contains("post /v1/login"), served::toString);
        assertEquals(served, described);
    }

    /** From the table of calls itself, put into a server that is not started. */
    private Set<String> servedCalls() {
        Set<String> calls = new TreeSet<>();
        Javalin.create(
                config -> {
                    config.events.handlerAdded(
                            call -> {
                                HandlerType method = call.getHttpMethod();
                                if (method.isHttpMethod() && !method.equals(HandlerType.HEAD)) {
                                    calls.add(
                                            method.name().toLowerCase(Locale.ROOT)
                                                    + " "
                                                    + call.getPath());
                                }
                            });
                    api.api().addCalls(config.routes);
                });
        return calls;
    }

    @OnEachStorage
    void everyReferenceInTheDescriptionLeadsSomewhere() {
        JsonNode description = api.get("/openapi.json").json();

        List<String> references = description.findValuesAsText("$ref");

        assertFalse(references.isEmpty());
        for (String reference : references) {
            assertTrue(reference.startsWith("#/"), reference);
            assertFalse(description.at(reference.substring(1)).isMissingNode(), reference);
        }
    }

    @OnEachStorage
    void everyCallIsDescribedWithItsAnswers() {
        JsonNode paths = api.get("/openapi.json").json().path("paths");

        for (JsonNode path : paths) {
            for (JsonNode call : path) {
                assertFalse(call.path("summary").asText().isEmpty(), call::toString);
                assertFalse(call.path("responses").isEmpty(), call::toString);
            }
        }
        assertEquals(
                Set.of("201", "400", "409", "413", "415", "422", "429", "503"),
                Set.copyOf(answers(paths.path("/v1/accounts").path("post"))));
    }

    private static List<String> answers(JsonNode call) {
        List<String> statuses = new ArrayList<>();
        call.path("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
    }

    @OnEachStorage
    void thePageLoadsNothingFromElsewhere() {
        Answer page = api.get("/docs").expect(200);

        List<String> links = new ArrayList<>();
        for (Matcher matcher = LINK.matcher(page.body()); matcher.find(); ) {
            links.add(matcher.group(1));
        }
        assertEquals(4, links.size(), page.body());
        for (String link : links) {
            assertTrue(link.matches("/[^/].*"), link);
            assertFalse(api.get(link).expect(200).body().isEmpty(), link);
        }
        assertFalse(page.body().contains("://"), page.body());
        assertFalse(api.get("/docs/page.js").body().contains("://"));
        assertTrue(
                page.header("Content-Security-Policy").startsWith("default-src 'self'; "),
                page.header("Content-Security-Policy"));
    }
}
