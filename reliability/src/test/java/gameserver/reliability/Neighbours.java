package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.packet.Bytes;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Users of room 0 who speak in turn, one line at a time on schedule, and of whom each has to hear
 * each line, those of one speaker in order. How long after its time a line is heard is recorded.
 *
 * <p>The thread of the test speaks; one event loop hears.
 */
final class Neighbours implements AutoCloseable {
    /** Of a line, in bytes: about as much as a packet can hold. */
    private static final int LENGTH = 1000;

    private final ClientThreads threads = new ClientThreads(1);
    private final List<NetClient> clients = new ArrayList<>();
    private final AtomicLong inside = new AtomicLong();
    private final AtomicLong heard = new AtomicLong();
    private final Queue<String> problems = new ConcurrentLinkedQueue<>();
    private final Recorder latencies = new Recorder(3);
    private long lines;

    /** Logs {@code count} users in and puts them into the room. */
    Neighbours(ServerJar jar, WatchedServer server, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Ear ear = new Ear(i, count);
            NetClient client =
                    NetClient.connect(
                            threads,
                            server.address(),
                            jar.dialect(),
                            TestServer.PATIENCE,
                            ear::hear);
            client.send(LoginRequest.of("neighbour" + i, "pw"));
            client.expect(LoginResponse.class, TestServer.PATIENCE);
            client.dropOldestWhenFull();
            client.send(new RoomEnterRequest(0));
            clients.add(client);
        }
        Eventually.equal(count, inside::get);
    }

    /** What one of them hears; its event loop owns it. */
    private final class Ear {
        private final int who;

        /** Of each speaker. */
        private final long[] lastNumber;

        Ear(int who, int speakers) {
            this.who = who;
            lastNumber = new long[speakers];
        }

        void hear(Frame frame) {
            if (frame.packet() instanceof RoomEnterResponse) {
                inside.incrementAndGet();
            } else if (frame.direction() == Frame.Direction.RECEIVED
                    && frame.packet() instanceof RoomRelayNotify notify) {
                Line line = Line.parse(notify.payload());
                if (line.number != lastNumber[line.speaker] + 1) {
                    problems.add(who + " hears " + line + " after " + lastNumber[line.speaker]);
                }
                lastNumber[line.speaker] = line.number;
                latencies.recordValue(Math.max(0, System.nanoTime() - line.due));
                heard.incrementAndGet();
            }
        }
    }

    /** What is said: the speaker's how-manieth line it is, and when it had to be said. */
    private record Line(int speaker, long number, long due) {
        static Line parse(Bytes payload) {
            String message = new String(payload.toArray(), StandardCharsets.US_ASCII);
            List<Long> numbers =
                    Arrays.stream(message.strip().split(" ", 3)).map(Long::valueOf).toList();
            return new Line(numbers.get(0).intValue(), numbers.get(1), numbers.get(2));
        }

        Bytes payload() {
            String text = speaker + " " + number + " " + due;
            return Bytes.utf8(text + " ".repeat(LENGTH - text.length()));
        }
    }

    /**
     * Speaks for a time, and waits until each has heard everything.
     *
     * @param interval between two lines
     * @return how late lines were heard, in nanoseconds
     */
    Histogram talk(Duration time, Duration interval) {
        Histogram unused = latencies.getIntervalHistogram();
        long start = System.nanoTime();
        long due = start;
        while (due - start < time.toNanos()) {
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int speaker = (int) (lines % clients.size());
            Line line = new Line(speaker, lines / clients.size() + 1, due);
            clients.get(speaker).send(new RoomRelayRequest(line.payload()));
            lines++;
            due += interval.toNanos();
        }
        Eventually.equal(lines * clients.size(), heard::get);
        assertEquals(List.of(), List.copyOf(problems));
        return latencies.getIntervalHistogram();
    }

    /** For whoever reads the test's output. */
    static String percentiles(Histogram latencies) {
        return String.format(
                "%d heard, p50 %d us, p99 %d us, most %d us",
                latencies.getTotalCount(),
                latencies.getValueAtPercentile(50) / 1000,
                latencies.getValueAtPercentile(99) / 1000,
                latencies.getMaxValue() / 1000);
    }

    @Override
    public void close() {
        threads.close();
    }
}
