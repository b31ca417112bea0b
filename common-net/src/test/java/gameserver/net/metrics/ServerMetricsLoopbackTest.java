package gameserver.net.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of a server after some traffic. */
@ExtendWith(NoLeaks.class)
class ServerMetricsLoopbackTest {
    private final ServerMetrics metrics = new ServerMetrics();

    /** Over HTTP, as Prometheus asks. */
    private MetricsText scrape() throws Exception {
        HostPort free = HostPort.parse("127.0.0.1:0");
        try (AdminServer admin = new AdminServer(free, metrics::scrape, () -> true)) {
            URI uri = URI.create("http://" + admin.address() + "/metrics");
            HttpRequest request = HttpRequest.newBuilder(uri).build();
            return new MetricsText(
                    HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        }
    }

    private static void sendTwice(Session session, Echo echo) {
        session.send(echo);
        session.send(echo);
    }

    @Test
    void countsSessionsAndPacketsAndBytes() throws Exception {
        try (TestServer server =
                        TestServer.onEcho(ServerMetricsLoopbackTest::sendTwice)
                                .with("--max-sessions", 2)
                                .start();
                NetClient client = server.connect()) {
            metrics.show(server.counters(), server.server()::openSessions);
            client.send(Talk.numberedEcho(1, 10));
            Talk.expectEcho(client, Talk.numberedEcho(1, 10));
            Talk.expectEcho(client, Talk.numberedEcho(1, 10));
            Talk.assertServed(client);
            try (NetClient second = server.connect()) {
                Talk.assertServed(second);
                Talk.expectError(server.connect(), ErrorCode.SERVER_FULL);
            }
            Eventually.equal(1, server.counters().closed(CloseReason.PEER_CLOSED)::sum);
            Eventually.equal(1, server.server()::openSessions);

            MetricsText text = scrape();

            assertEquals(1, text.value("net_sessions_open"));
            assertEquals(2, text.value("net_sessions_opened_total"));
            assertEquals(1, text.value("net_sessions_refused_total{reason=\"server_full\"}"));
            assertEquals(1, text.value("net_sessions_closed_total{reason=\"peer_closed\"}"));
            assertEquals(3, text.value("net_packets_received_total"));
            assertEquals(4, text.value("net_packets_sent_total"));
            assertEquals(15 + 15 + 7 + 7, text.value("net_bytes_sent_total"));
        }
    }

    @Test
    void countsFramesThatWereNoPacketsByTheirError() throws Exception {
        try (TestServer server = TestServer.start();
                NetClient client = server.connect()) {
            metrics.show(server.counters(), server.server()::openSessions);
            client.sendRaw(
                    Frames.join(
                            Frames.frame(9999),
                            Frames.frame(9999),
                            Frames.frame(201, Hex.bytes("01")),
                            Hex.bytes("05 00 65 00 02")));
            Talk.expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            Talk.expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            Talk.expectError(client, ErrorCode.PACKET_DECODING_FAIL);
            Talk.expectError(client, ErrorCode.UNSUPPORTED_PACKET_TYPE);

            MetricsText text = scrape();

            String name = "net_packets_undecodable_total{error=\"%s\"}";
            assertEquals(2, text.value(name.formatted("unknown_packet_id")));
            assertEquals(1, text.value(name.formatted("packet_decoding_fail")));
            assertEquals(1, text.value(name.formatted("unsupported_packet_type")));
        }
    }

    @Test
    void countsABrokenRuleOfABodyAsABodyThatCouldNotBeDecoded() throws Exception {
        ServerCounters counters = new ServerCounters();
        metrics.show(counters, () -> 0);

        counters.undecodable(ErrorCode.CHAT_MESSAGE_LENGTH).increment();

        String name = "net_packets_undecodable_total{error=\"packet_decoding_fail\"}";
        assertEquals(1, scrape().value(name));
    }

    @Test
    void showsASeriesForEveryReasonBeforeItHappens() throws Exception {
        metrics.show(new ServerCounters(), () -> 0);

        MetricsText text = scrape();

        for (CloseReason reason : CloseReason.values()) {
            String series = "net_sessions_closed_total{reason=\"%s\"}".formatted(reason.label());
            assertEquals(0, text.value(series), series);
        }
    }

    @Test
    void showsTheMailboxOfALogicThread() throws Exception {
        LogicThread logic = new LogicThread("rooms", metrics.waitingTimes("rooms"));
        metrics.showMailbox("rooms", () -> 7);
        logic.execute(() -> {});
        logic.close(Duration.ofSeconds(10));

        MetricsText text = scrape();

        assertEquals(7, text.value("net_mailbox_depth{thread=\"rooms\"}"));
        assertEquals(1, text.value("net_mailbox_wait_seconds_count{thread=\"rooms\"}"));
    }

    @Test
    void showsTheMachineUnderIt() throws Exception {
        MetricsText text = scrape();

        for (String prefix :
                new String[] {
                    "jvm_memory_used_bytes",
                    "jvm_threads",
                    "process_",
                    "netty_allocator_memory_used"
                }) {
            assertTrue(
                    text.series().stream().anyMatch(series -> series.startsWith(prefix)), prefix);
        }
    }
}
