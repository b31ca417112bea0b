package gameserver.benchmarks;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Full tables on a running baccarat-server: each begins a round every second, in which each of its
 * seven bets once. Tells the time from a bet to its notice, and the share of a core that the server
 * takes. The server needs {@code --result-time=100ms}, so that the next round can begin.
 *
 * <p>Arguments: {@code host:port tables seconds pid}, the last one that of the server.
 */
public final class TablesLoad {
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SEATS = 7;
    private static final int BETTING = 2;
    private static final int TICKS_PER_SECOND = 100; // As Linux tells them, on every machine.

    private static final Recorder LATENCY = new Recorder(TimeUnit.MINUTES.toNanos(1), 3);

    private TablesLoad() {}

    /** One user. All that it hears, it hears on the event loop. */
    private static final class Seat {
        private final CountDownLatch seated;
        private volatile @Nullable NetClient connection;
        private long id;
        private long betAt;

        Seat(CountDownLatch seated) {
            this.seated = seated;
        }

        void hear(Frame frame) {
            NetClient server = connection;
            if (frame.direction() == Frame.Direction.SENT || server == null) {
                return;
            }
            if (frame.packet() instanceof RoomEnterResponse entered) {
                id = entered.roomUserId();
                seated.countDown();
            } else if (frame.packet() instanceof GameStateNotify state
                    && state.state() == BETTING) {
                betAt = System.nanoTime();
                server.send(new GameBetRequest(1 + (int) (id % 3), 100L));
            } else if (frame.packet() instanceof GameBetNotify bet && bet.roomUserId() == id) {
                LATENCY.recordValue(System.nanoTime() - betAt);
            }
        }

        void say(Packet packet) {
            NetClient server = connection;
            if (server != null) {
                server.send(packet);
            }
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 4) {
            System.err.println("usage: TablesLoad host:port tables seconds pid");
            System.exit(2);
        }
        HostPort server = HostPort.parse(args[0]);
        int tables = Integer.parseInt(args[1]);
        long seconds = Long.parseLong(args[2]);
        Path process = Path.of("/proc", args[3], "stat");
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (ClientThreads threads = new ClientThreads(1)) {
            List<Seat> hosts = sit(threads, server, tables);
            for (int i = 0; i < tables; i++) {
                Seat host = hosts.get(i);
                Future<?> unused =
                        clock.scheduleAtFixedRate(
                                () -> host.say(new GameStartRequest()),
                                i * 1000L / tables,
                                1000,
                                TimeUnit.MILLISECONDS);
            }
            TimeUnit.SECONDS.sleep(seconds); // For its JIT.
            LATENCY.reset();
            long cpu = ticks(process);
            TimeUnit.SECONDS.sleep(seconds);
            tell(seconds, ticks(process) - cpu);
        } finally {
            clock.shutdownNow();
        }
    }

    /** Users at all tables; returns those who may start, one of each. */
    private static List<Seat> sit(ClientThreads threads, HostPort server, int tables)
            throws IOException, InterruptedException {
        List<Seat> hosts = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            for (int place = 0; place < SEATS; place++) {
                CountDownLatch seated = new CountDownLatch(1);
                Seat seat = new Seat(seated);
                NetClient connection =
                        NetClient.connect(threads, server, DIALECT, PATIENCE, seat::hear);
                connection.dropOldestWhenFull();
                seat.connection = connection;
                seat.say(LoginRequest.of("t" + table + "-" + place, "pw"));
                seat.say(new RoomEnterRequest(table));
                if (!seated.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    throw new IOException("no place at table " + table);
                }
                if (place == 0) {
                    hosts.add(seat);
                }
            }
        }
        return hosts;
    }

    /** User and system time of a process: the 14th and 15th word, after a name in brackets. */
    private static long ticks(Path process) throws IOException {
        String stat = Files.readString(process);
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 14);
        return Long.parseLong(words[11]) + Long.parseLong(words[12]);
    }

    private static void tell(long seconds, long ticks) {
        var latency = LATENCY.getIntervalHistogram();
        System.out.printf(
                Locale.ROOT,
                "%.0f bets a second, bet to notice p50 %.2f ms, p99 %.2f ms, max %.2f ms;"
                        + " server %.0f %% of a core%n",
                (double) latency.getTotalCount() / seconds,
                latency.getValueAtPercentile(50) / 1e6,
                latency.getValueAtPercentile(99) / 1e6,
                latency.getMaxValue() / 1e6,
                100.0 * ticks / TICKS_PER_SECOND / seconds);
    }
}
