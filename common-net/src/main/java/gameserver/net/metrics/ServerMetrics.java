package gameserver.net.metrics;

import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.RefusalReason;
import gameserver.net.tls.HandshakeFailure;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyAllocatorMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;

/**
 * The metrics of one server, under the names that operators see. Counters are read when they are
 * asked for, so counting costs the same whether anybody looks or not. The number of time series is
 * fixed: no label has a value that a client can choose.
 */
public final class ServerMetrics {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    public ServerMetrics() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider buffers) {
            // Netty takes its memory past the JVM's own metrics of it.
            new NettyAllocatorMetrics(buffers).bindTo(registry);
        }
    }

    /** Shows what a server counts. */
    public void show(ServerCounters counters, IntSupplier openSessions) {
        gauge("net.sessions.open", "Connections that are open", openSessions);
        counter("net.sessions.opened", "Sessions that began", counters.sessionsOpened);
        counter("net.packets.received", "Packets handed to handlers", counters.packetsReceived);
        counter("net.packets.sent", "Packets sent", counters.packetsSent);
        counter("net.bytes.sent", "Bytes sent", counters.bytesSent);
        counter("net.logic.stuck", "Tasks that took a thread over a second", counters.logicStuck);
        for (RefusalReason reason : RefusalReason.values()) {
            FunctionCounter.builder(
                            "net.sessions.refused", counters.refused(reason), LongAdder::sum)
                    .description("Connections over a limit")
                    .tag("reason", reason.label())
                    .register(registry);
        }
        for (CloseReason reason : CloseReason.values()) {
            FunctionCounter.builder("net.sessions.closed", counters.closed(reason), LongAdder::sum)
                    .description("Sessions that ended")
                    .tag("reason", reason.label())
                    .register(registry);
        }
        for (HandshakeFailure reason : HandshakeFailure.values()) {
            FunctionCounter.builder(
                            "net.handshakes.failed",
                            counters.handshakesFailed(reason),
                            LongAdder::sum)
                    .description("Connections that ended in their TLS handshake")
                    .tag("reason", reason.label())
                    .register(registry);
        }
        for (ErrorCode error : ServerCounters.UNDECODABLE) {
            FunctionCounter.builder(
                            "net.packets.undecodable", counters.undecodable(error), LongAdder::sum)
                    .description("Frames that were no packets")
                    .tag("error", error.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** Shows how many tasks wait for a logic thread. */
    public void showMailbox(String thread, IntSupplier depth) {
        Gauge.builder("net.mailbox.depth", depth::getAsInt)
                .description("Tasks that wait for the thread")
                .tag("thread", thread)
                .register(registry);
    }

    /** For a logic thread to tell how long its tasks have waited, in nanoseconds. */
    public LongConsumer waitingTimes(String thread) {
        Timer timer =
                Timer.builder("net.mailbox.wait")
                        .description("How long the first task of each round has waited")
                        .tag("thread", thread)
                        .publishPercentileHistogram()
                        .register(registry);
        return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    private void gauge(String name, String description, IntSupplier value) {
        Gauge.builder(name, value::getAsInt).description(description).register(registry);
    }

    private void counter(String name, String description, LongAdder value) {
        FunctionCounter.builder(name, value, LongAdder::sum)
                .description(description)
                .register(registry);
    }

    /** All of them in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }
}
