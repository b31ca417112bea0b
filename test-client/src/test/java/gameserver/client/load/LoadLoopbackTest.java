package gameserver.client.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.client.EchoFixture;
import gameserver.client.Format;
import gameserver.net.client.CannotConnectException;
import gameserver.net.codec.PacketHeader;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class LoadLoopbackTest {
    private static final int CONNECTIONS = 8;
    private static final int PAYLOAD = 32;
    private static final long STALL_MILLIS = 500;
    private static final long NEARLY_THE_STALL = TimeUnit.MILLISECONDS.toNanos(STALL_MILLIS - 100);

    @Test
    void countsWhatComesBackInTheClosedLoop() throws Exception {
        LoadResult result = load(Session::send, /* inFlight= */ 4, /* rate= */ 0);

        assertTrue(result.isFlawless(), result.toText());
        assertTrue(result.heard() > 100, result.toText());
        assertTrue(result.micros(50) > 0 && result.micros(50) <= result.maxMicros());
        assertTrue(result.toText().contains("errors      none\n"), result.toText());
    }

    @Test
    void keepsTheScheduleInTheOpenLoop() throws Exception {
        LoadResult result = load(Session::send, 1, 500);

        assertTrue(result.isFlawless(), result.toText());
        assertEquals(500, result.latencies().getTotalCount());
    }

    @Test
    void seesAStallOfTheServerInAllMessagesThatWereDueMeanwhile() throws Exception {
        LoadResult result = load(stallingAt(300), 1, 1000);

        assertTrue(result.isFlawless(), result.toText());
        assertEquals(1000, result.latencies().getTotalCount());
        assertTrue(result.micros(99) * 1000 > NEARLY_THE_STALL, result.toText());
        assertTrue(slow(result) >= 90, slow(result) + " slow of " + result.toText());
    }

    /** Why there is an open loop. */
    @Test
    void hardlySeesTheSameStallInTheClosedLoop() throws Exception {
        LoadResult result = load(stallingAt(300), 1, 0);

        assertTrue(result.isFlawless(), result.toText());
        assertTrue(slow(result) <= CONNECTIONS, slow(result) + " slow of " + result.toText());
    }

    @Test
    void countsWrongReplies() throws Exception {
        LoadResult result =
                load((session, echo) -> session.send(new Echo(Bytes.of((byte) 1))), 1, 0);

        assertEquals(CONNECTIONS, result.wrong());
        assertEquals(CONNECTIONS, result.unanswered());
        assertEquals("packet 101 of 6 bytes came instead of the echo", result.firstProblem());
        assertFalse(result.isFlawless());
    }

    @Test
    void countsRepliesOutOfOrder() throws Exception {
        LoadResult result =
                load(
                        (session, echo) -> {
                            session.send(echo);
                            session.send(echo);
                        },
                        1,
                        0);

        assertEquals(CONNECTIONS, result.wrong());
        assertEquals("reply 0 came instead of 1", result.firstProblem());
    }

    @ParameterizedTest(name = "{0} a second")
    @ValueSource(ints = {0, 500})
    void seesThatTheMomentOfSendingDoesNotComeBack(int rate) throws Exception {
        LoadResult result =
                load(
                        (session, echo) -> {
                            byte[] payload = echo.payload().toArray();
                            Arrays.fill(payload, 0, Long.BYTES, (byte) 0);
                            session.send(new Echo(Bytes.of(payload)));
                        },
                        4,
                        rate);

        assertEquals(CONNECTIONS, result.wrong());
        assertEquals("reply 0 is not what was sent", result.firstProblem());
        assertFalse(result.isFlawless());
    }

    @ParameterizedTest(name = "byte {0}")
    @CsvSource({
        "2, packet 100 of 37 bytes came instead of the echo",
        "4, packet 101 has type 1 instead of 0",
        "5, reply 0 is not what was sent",
        "12, reply 0 is not what was sent",
        "13, reply 1 came instead of 0",
        "21, reply 0 is not what was sent",
        "36, reply 0 is not what was sent"
    })
    void seesOneWrongBit(int offset, String problem) throws Exception {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            Thread answering = new Thread(() -> answerWithOneWrongBit(server, offset));
            answering.start();
            HostPort address = new HostPort(here.getHostAddress(), server.getLocalPort());

            LoadResult result = run(address, plan(/* connections= */ 1, 1, 0));

            answering.join();
            assertEquals(problem, result.firstProblem());
            assertEquals(1, result.wrong());
        }
    }

    /** Reads one message of the load as it is planned here. */
    private static void answerWithOneWrongBit(ServerSocket server, int offset) {
        try (Socket client = server.accept()) {
            byte[] frame = client.getInputStream().readNBytes(PacketHeader.LENGTH + PAYLOAD);
            frame[offset] ^= 1;
            client.getOutputStream().write(frame);
            client.getInputStream().readAllBytes(); // Until the load has seen it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void countsLostConnections() throws Exception {
        LoadResult result = load((session, echo) -> session.close(CloseReason.PEER_CLOSED), 1, 0);

        assertEquals(CONNECTIONS, result.lost());
        assertEquals("the server closed a connection", result.firstProblem());
    }

    @Test
    void saysWhichLimitOfTheServerIsInTheWay() throws Exception {
        try (EchoFixture server = EchoFixture.start("--max-requests-per-second", "1")) {
            LoadResult result = run(server.address(), plan(1, 0));

            assertEquals(CONNECTIONS, result.wrong());
            assertTrue(
                    result.toText()
                            .contains(
                                    "(first: ERROR_NTF 62 TOO_MANY_REQUESTS; start the server with"
                                            + " --max-requests-per-second 0)"),
                    result.toText());
        }
    }

    @Test
    void saysThatNobodyIsThere() {
        HostPort nobody = HostPort.parse("127.0.0.1:1");

        var e = assertThrows(CannotConnectException.class, () -> run(nobody, plan(1, 0)));
        assertEquals("can't connect to 127.0.0.1:1: nobody listens there", e.getMessage());
    }

    @Test
    void writesNumbersAsJson() throws Exception {
        String json = load(Session::send, 1, 100).toJson();

        assertTrue(
                json.matches(
                        "\\{\"load\":\"echo\",\"loop\":\"open\",\"connections\":8,\"inFlight\":1,"
                                + "\"payloadBytes\":32,\"ratePerSecond\":100,\"threads\":2,"
                                + "\"warmupSeconds\":0\\.000,\"durationSeconds\":1\\.000,"
                                + "\"messages\":\\d+,\"messagesPerSecond\":[\\d.]+,"
                                + "\"latencyMicros\":\\{(\"\\w+\":[\\d.]+,?){6}},"
                                + "\"errors\":\\{\"wrongReplies\":0,\"lostConnections\":0,"
                                + "\"unanswered\":0}}"),
                json);
    }

    private static LoadResult load(BiConsumer<Session, Echo> onEcho, int inFlight, long rate)
            throws Exception {
        try (EchoFixture server = EchoFixture.start(onEcho, "--max-requests-per-second", "0")) {
            return run(server.address(), plan(inFlight, rate));
        }
    }

    private static LoadResult run(HostPort address, LoadPlan plan) throws Exception {
        return LoadRun.run(new Target(address, null, Format.BINARY, null), plan, nanos -> {});
    }

    private static LoadPlan plan(int inFlight, long rate) {
        return plan(CONNECTIONS, inFlight, rate);
    }

    private static LoadPlan plan(int connections, int inFlight, long rate) {
        return new LoadPlan(
                new EchoLoad(connections),
                inFlight,
                PAYLOAD,
                Duration.ZERO,
                Duration.ofSeconds(1),
                rate,
                /* threads= */ 2);
    }

    /** Echoes, but stands still once. The server has one thread, so all connections wait. */
    private static BiConsumer<Session, Echo> stallingAt(int message) {
        AtomicInteger messages = new AtomicInteger();
        return (session, echo) -> {
            if (messages.incrementAndGet() == message) {
                stall();
            }
            session.send(echo);
        };
    }

    private static void stall() {
        try {
            Thread.sleep(STALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long slow(LoadResult result) {
        return result.latencies().getCountBetweenValues(NEARLY_THE_STALL, Long.MAX_VALUE);
    }
}
