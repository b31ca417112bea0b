package gameserver.api;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, under the names that operators see. No label has a value that a client can
 * choose: a path that is no call counts as {@code none}.
 */
final class ApiMetrics {
    private static final double NANOS_PER_MILLI = 1e6;

    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    ApiMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /** Shows how many callers wait for a password to be hashed. */
    void showHashing(IntSupplier callers) {
        Gauge.builder("api.hashing.callers", callers::getAsInt)
                .description("Callers whose password is hashed, or waits for it")
                .register(registry);
    }

    /** Counts a call that has been answered. */
    void count(Context call, float millis) {
        @Nullable Endpoint endpoint = call.endpoints().matchedHttpEndpoint();
        Timer.builder("api.requests")
                .description("Calls that were answered, and how long that took")
                .tag("call", endpoint == null ? "none" : endpoint.method + " " + endpoint.path)
                .tag("status", Integer.toString(call.statusCode()))
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)
                .record(Duration.ofNanos((long) (millis * NANOS_PER_MILLI)));
    }

    /** All of them in Prometheus' text format. */
    String scrape() {
        return registry.scrape();
    }
}
