package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.Crowd;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Packet;
import gameserver.net.testing.FaultProxy;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** A server, the crowd on it, those who harm it, and what was seen of it. */
final class Inhabited implements AutoCloseable {
    private static final int USERS = 100;
    private static final int ROOMS = 20;
    private static final int ROOM_SIZE = 7;

    /** Between two acts of the crowd: about 200 a second. */
    private static final Duration PAUSE = Duration.ofMillis(5);

    /** What may come on top of the beginning: caches that fill with time. */
    private static final long HEAP_SLACK = 3 << 20;

    private static final long DIRECT_SLACK = 8 << 20;

    /** The crowd is never as large twice. */
    private static final long FILES_SLACK = 100;

    private static final int LOOKS_TO_WARM_UP = 1;

    /** One look at a server. */
    private record Look(long heap, long direct, long files) {}

    private final ServerJar jar;
    private final WatchedServer server;
    private final ClientThreads threads = new ClientThreads(1);
    private final List<HostPort> ways = new ArrayList<>();
    private final List<FaultProxy> proxies = new ArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Crowd crowd;
    private final Strangers strangers;
    private final List<Look> looks = new ArrayList<>();
    private final CompletableFuture<Void> milling;
    private volatile boolean isOver;

    private Inhabited(ServerJar jar, SplittableRandom random, String... options) {
        this.jar = jar;
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--rooms=" + ROOMS,
                                "--room-size=" + ROOM_SIZE,
                                "--login-timeout=2s",
                                "--slow-consumer-timeout=2s",
                                "--max-pending-output=65536"));
        all.addAll(List.of(options));
        server = WatchedServer.start(jar, all.toArray(String[]::new));
        ways.add(server.address());
        ways.add(badWay(proxy -> proxy.delay(Duration.ofMillis(3))));
        ways.add(badWay(proxy -> proxy.cutIntoPieces(9, random.nextLong())));
        crowd = new Crowd(this::connect, USERS, ROOMS, ROOM_SIZE);
        if (jar == ServerJar.BACCARAT) {
            crowd.mutter(Inhabited::play);
        }
        strangers = new Strangers(jar, server.address(), ROOMS, random.split());
        RandomGenerator whims = random.split();
        milling = inThread(() -> mill(whims));
    }

    static Inhabited start(ServerJar jar, SplittableRandom random, String... options) {
        return new Inhabited(jar, random, options);
    }

    private HostPort badWay(Consumer<FaultProxy> fault) {
        FaultProxy proxy = FaultProxy.to(server.address());
        fault.accept(proxy);
        proxies.add(proxy);
        return proxy.address();
    }

    private NetClient connect(Consumer<Frame> observer) {
        HostPort way = ways.get(connections.getAndIncrement() % ways.size());
        try {
            return NetClient.connect(threads, way, jar.dialect(), TestServer.PATIENCE, observer);
        } catch (IOException e) {
            throw new UncheckedIOException(server.process().errors(), e);
        }
    }

    /** Starts rounds and bets, sensibly or not. */
    private static List<Packet> play(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> List.of(new GameStartRequest());
            case 1 -> List.of(new GameBetRequest(random.nextInt(1, 4), random.nextLong(50, 5000)));
            case 2 -> List.of(new GameBetRequest(random.nextInt(-1, 6), random.nextLong()));
            default -> List.of();
        };
    }

    private void mill(RandomGenerator whims) {
        try {
            while (!isOver) {
                crowd.mill(Duration.ofSeconds(1), PAUSE, whims);
                crowd.assertNothingWasWrong();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompletableFuture<Void> inThread(Runnable task) {
        return CompletableFuture.runAsync(task, run -> new Thread(run).start());
    }

    void look() {
        if (milling.isDone()) {
            milling.join(); // Something was wrong: says what.
        }
        Look look = new Look(server.heap(), server.directMemory(), server.openFiles());
        looks.add(look);
        System.out.printf("%s: %s, %d connections so far%n", jar, look, connections.get());
    }

    /** The crowd and the strangers go, and of them nothing is left. */
    void leave() {
        isOver = true;
        milling.join();
        strangers.close();
        System.out.println(jar + ": " + crowd.answers() + ", strangers: " + strangers.count());
        crowd.vanishAll();
        server.await("somebody is left", TestServer.PATIENCE, () -> server.openSessions() == 0);
        crowd.assertNothingWasWrong();
        assertEquals(0, server.closed("handler_failed"));
        assertEquals(0, server.metric("net_logic_stuck_total"));
        assertEquals(
                List.of(), server.log().stream().filter(line -> line.contains("ERROR")).toList());
        assertTheRoomsAreEmpty();
    }

    private void assertTheRoomsAreEmpty() {
        try (ClientThreads own = new ClientThreads(1)) {
            for (int room = 0; room < ROOMS; room++) {
                enterAsTheFirst(own, room);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void enterAsTheFirst(ClientThreads own, int room)
            throws IOException, InterruptedException {
        try (NetClient client =
                NetClient.connect(own, server.address(), jar.dialect(), TestServer.PATIENCE)) {
            client.send(LoginRequest.of("user" + room, "pw"));
            client.send(new RoomEnterRequest(room));
            Packet heard = null;
            while (!(heard instanceof RoomEnterResponse)) {
                heard = client.expect(Packet.class, TestServer.PATIENCE);
                assertFalse(heard instanceof RoomUserListNotify, heard::toString);
            }
        }
    }

    /** Compares the end with the beginning, in which the server has warmed up. */
    void assertNothingGrew() {
        Look first = looks.get(LOOKS_TO_WARM_UP);
        Look last = looks.get(looks.size() - 1);
        assertTrue(last.heap <= first.heap + HEAP_SLACK, () -> jar + " heap: " + looks);
        assertTrue(last.direct <= first.direct + DIRECT_SLACK, () -> jar + " direct: " + looks);
        assertTrue(last.files <= first.files + FILES_SLACK, () -> jar + ": " + looks);
    }

    void stop() throws InterruptedException {
        server.stop();
    }

    @Override
    public void close() {
        isOver = true;
        strangers.close();
        threads.close();
        proxies.forEach(FaultProxy::close);
        server.close();
    }
}
