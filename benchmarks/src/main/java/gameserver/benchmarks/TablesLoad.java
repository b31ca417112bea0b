package gameserver.benchmarks;

import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Recorder;
import org.jspecify.annotations.Nullable;

/**
 * Full tables on a running baccarat-server: each begins a round every second, in which each of its
 * seven bets once. Tells the time from a bet to its notice, and the share of a core that the server
 * takes. The server needs {@code --result-time=100ms}, so that the next round can begin. Without a
 * seat for everyone, and when a connection is lost, there are no figures: exit code 1.
 *
 * <p>Arguments: {@code host:port tables seconds pid}, the last one that of the server.
 */
public final class TablesLoad {
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SEATS = 7;
    private static final int BETTING = 2;
    private static final int TICKS_PER_SECOND = 100; // As Linux tells them, on every machine.

    private final Recorder latency = new Recorder(TimeUnit.MINUTES.toNanos(1), 3);
    private final AtomicInteger lost = new AtomicInteger();
    private final HostPort server;
    private final int tables;
    private final long seconds;

    /**
     * @param seconds of measuring, after as many for the JIT compiler of the server
     */
    TablesLoad(HostPort server, int tables, long seconds) {
        this.server = server;
        this.tables = tables;
        this.seconds = seconds;
    }

    /** One user. All that it hears, it hears on the event loop. */
    private final class Seat {
        /** What the server said of its seat, once. */
        private final BlockingQueue<Result> answer = new ArrayBlockingQueue<>(1);

        private volatile @Nullable NetClient connection;
        private long id;
        private long betAt;

        void hear(Frame frame) {
            NetClient server = connection;
            if (frame.direction() == Frame.Direction.SENT || server == null) {
                return;
            }
            if (frame.packet() instanceof LoginResponse login && !login.result().isSuccess()) {
                answer.offer(login.result());
            } else if (frame.packet() instanceof RoomEnterResponse entered) {
                id = entered.roomUserId();
                answer.offer(entered.result());
            } else if (frame.packet() instanceof GameStateNotify state
                    && state.state() == BETTING) {
                betAt = System.nanoTime();
                server.send(new GameBetRequest(1 + (int) (id % 3), 100L));
            } else if (frame.packet() instanceof GameBetNotify bet && bet.roomUserId() == id) {
                latency.recordValue(System.nanoTime() - betAt);
            }
        }

        void say(Packet packet) {
            NetClient server = connection;
            if (server != null) {
                server.send(packet);
            }
        }
    }

    public static void main(String[] args) throws InterruptedException {
        if (args.length != 4) {
            System.err.println("usage: TablesLoad host:port tables seconds pid");
            System.exit(2);
        }
        TablesLoad load =
                new TablesLoad(
                        HostPort.parse(args[0]),
                        Integer.parseInt(args[1]),
                        Long.parseLong(args[2]));
        try {
            System.out.println(load.run(Path.of("/proc", args[3], "stat")));
        } catch (IOException e) {
            System.err.println("TablesLoad: " + e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Runs the whole load.
     *
     * @param process where the system tells of the server's
     * @return the figures, in one line
     * @throws IOException with a one-line message when something was not as it has to be
     */
    String run(Path process) throws IOException, InterruptedException {
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        try (ClientThreads threads = new ClientThreads(1)) {
            List<Seat> hosts = sit(threads);
            for (int i = 0; i < tables; i++) {
                Seat host = hosts.get(i);
                Future<?> unused =
                        clock.scheduleAtFixedRate(
                                () -> host.say(new GameStartRequest()),
                                i * 1000L / tables,
                                1000,
                                TimeUnit.MILLISECONDS);
            }
            play();
            latency.reset();
            long cpu = ticks(process);
            play();
            return figures(ticks(process) - cpu);
        } finally {
            clock.shutdownNow();
        }
    }

    private void play() throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(seconds);
        if (lost.get() > 0) {
            throw new IOException(
                    "%d of %d connections were lost".formatted(lost.get(), tables * SEATS));
        }
    }

    /** Users at all tables; returns those who may start, one of each. */
    private List<Seat> sit(ClientThreads threads) throws IOException, InterruptedException {
        List<Seat> hosts = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            for (int place = 0; place < SEATS; place++) {
                Seat seat = new Seat();
                NetClient connection =
                        NetClient.connect(threads, server, DIALECT, PATIENCE, seat::hear);
                connection.dropOldestWhenFull();
                connection.onClosed(lost::incrementAndGet);
                seat.connection = connection;
                seat.say(LoginRequest.of("t" + table + "-" + place, "pw"));
                seat.say(new RoomEnterRequest(table));
                Result answer = seat.answer.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (answer == null || !answer.isSuccess()) {
                    throw new IOException(
                            "no place at table %d: %s"
                                    .formatted(table, answer == null ? "no answer" : answer));
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

    private String figures(long ticks) {
        var latencies = latency.getIntervalHistogram();
        return String.format(
                Locale.ROOT,
                "%.0f bets a second, bet to notice p50 %.2f ms, p99 %.2f ms, max %.2f ms;"
                        + " server %.0f %% of a core",
                (double) latencies.getTotalCount() / seconds,
                latencies.getValueAtPercentile(50) / 1e6,
                latencies.getValueAtPercentile(99) / 1e6,
                latencies.getMaxValue() / 1e6,
                100.0 * ticks / TICKS_PER_SECOND / seconds);
    }
}
