package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.LoginRequest;
import gameserver.net.packet.PingRequest;
import gameserver.net.testing.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Strangers flood a server, in each of the usual ways, while neighbours talk: they hear everything,
 * and neither the log nor the memory grows with the flood. {@code -Dflood.seconds=60} for more.
 */
@Timeout(600)
final class FloodIT {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("flood.seconds", 3));
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int NEIGHBOURS = 10;

    /** What the server may log in a second at most, and besides. */
    private static final int LINES_PER_SECOND = 25;

    /** What a flood may leave on the heap. */
    private static final long HEAP_SLACK = 4 << 20;

    /** Of what ten thousand connections have needed, 2 KiB each, Netty keeps most for the next. */
    private static final long DIRECT_SLACK = 32 << 20;

    private WatchedServer server;
    private Neighbours neighbours;
    private long heap;
    private int lines;

    @BeforeEach
    void start() throws Exception {
        server = WatchedServer.start(ServerJar.CHAT, "--login-timeout=3s");
        neighbours = new Neighbours(ServerJar.CHAT, server, NEIGHBOURS);
        System.out.println(
                "calm: "
                        + Neighbours.percentiles(neighbours.talk(Duration.ofSeconds(1), INTERVAL)));
        heap = server.heap();
        lines = server.log().size();
    }

    @AfterEach
    void stop() throws Exception {
        neighbours.close();
        server.stop();
        server.close();
    }

    /** Neighbours talk until the flood is over, and a little longer. */
    private void floodWith(String name, Flood flood) {
        long end = System.nanoTime() + TIME.toNanos();
        CompletableFuture<Long> flooding =
                CompletableFuture.supplyAsync(
                        () -> flood.until(end), thread -> new Thread(thread).start());
        System.out.printf(
                "%s: %s%n", name, Neighbours.percentiles(neighbours.talk(TIME, INTERVAL)));
        System.out.printf("%s: %d of them%n", name, flooding.join());
        neighbours.talk(Duration.ofSeconds(1), INTERVAL);
    }

    /** One kind of harm. */
    private interface Flood {
        /** Does it until {@link System#nanoTime} is {@code end}, and returns how often. */
        long until(long end);
    }

    private void assertNothingIsLeftOfIt() {
        server.await("strangers are left", SOON, () -> server.openSessions() == NEIGHBOURS);
        int more = server.log().size() - lines;
        long seconds = TIME.toSeconds() + SOON.toSeconds();
        assertTrue(more <= LINES_PER_SECOND * seconds, more + " lines in the log");
        long heapAfter = server.heap();
        System.out.printf(
                "heap %d before, %d after; direct %d; %d lines in the log%n",
                heap, heapAfter, server.directMemory(), more);
        assertTrue(
                heapAfter <= heap + HEAP_SLACK, () -> heapAfter + " bytes of heap, before " + heap);
        assertTrue(server.directMemory() <= DIRECT_SLACK, () -> "direct " + server.directMemory());
    }

    @Test
    void oneSessionAtAHundredTimesItsLimit() {
        floodWith("a hundred times the limit", this::sendPings);

        assertTrue(server.closed("too_many_requests") > 0);
        assertNothingIsLeftOfIt();
    }

    /** A hundred pings each 10 ms, where a hundred a second are allowed; once closed, anew. */
    private long sendPings(long end) {
        byte[] ping = Frames.frame(PingRequest.TYPE.id(), (byte) 1, (byte) 0);
        byte[] pings = Frames.join(Collections.nCopies(100, ping));
        long sent = 0;
        while (System.nanoTime() < end) {
            try (Stranger flooder = Stranger.connect(ServerJar.CHAT, server.address())) {
                flooder.say(LoginRequest.of("flooder", "pw"));
                while (System.nanoTime() < end) {
                    flooder.write(pings);
                    sent += 100;
                    LockSupport.parkNanos(10_000_000);
                }
            } catch (IOException e) {
                // The server has closed the connection, which is what it should do.
            }
        }
        return sent;
    }

    @Test
    void aThousandConnectionsASecondThatSayNothing() {
        floodWith("connections that say nothing", this::connectAndSayNothing);

        assertEquals(0, server.metric("net_sessions_refused_total"));
        assertNothingIsLeftOfIt();
    }

    /** Each is held until the server has closed it. */
    private long connectAndSayNothing(long end) {
        Deque<Stranger> held = new ArrayDeque<>();
        long opened = 0;
        try {
            for (long due = System.nanoTime(); due < end; due += 1_000_000) {
                LockSupport.parkNanos(due - System.nanoTime());
                held.add(Stranger.connect(ServerJar.CHAT, server.address()));
                opened++;
                if (held.size() > 5_000) {
                    held.remove().close();
                }
            }
            server.await("silence is endured", SOON, () -> server.openSessions() == NEIGHBOURS);
            closeAll(held);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return opened;
    }

    @Test
    void tenThousandWithHalfAHeader() {
        floodWith("half a header each", this::sendHalfHeaders);

        assertNothingIsLeftOfIt();
    }

    /** Connects them all, then waits until the server has closed each. */
    private long sendHalfHeaders(long end) {
        byte[] half = {(byte) 5, 0, 1};
        List<Stranger> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < 10_000; i++) {
                Stranger stranger = Stranger.connect(ServerJar.CHAT, server.address());
                stranger.write(half);
                strangers.add(stranger);
            }
            server.await(
                    "half headers are endured", SOON, () -> server.openSessions() == NEIGHBOURS);
            closeAll(strangers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strangers.size();
    }

    private static void closeAll(Iterable<Stranger> strangers) throws IOException {
        for (Stranger stranger : strangers) {
            stranger.close();
        }
    }
}
