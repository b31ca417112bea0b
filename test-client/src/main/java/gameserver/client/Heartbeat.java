package gameserver.client;

import gameserver.net.client.ClientThreads;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.client.NetClient;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pings the server for a person who only reads: a connection from which nothing comes for long is
 * closed.
 *
 * <p><strong>Threads:</strong> it beats on an event loop; any thread may tell it of frames.
 */
final class Heartbeat {
    private static final long SILENCE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long LOOK_EVERY_SECONDS = 5;

    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile long lastSent = System.nanoTime();

    /** Starts to beat, for as long as {@code connection} is open. */
    void start(ClientThreads threads, NetClient connection) {
        unanswered.set(0);
        Future<?> beating =
                threads.group()
                        .scheduleWithFixedDelay(
                                () -> beat(connection),
                                LOOK_EVERY_SECONDS,
                                LOOK_EVERY_SECONDS,
                                TimeUnit.SECONDS);
        connection.onClosed(() -> beating.cancel(/* mayInterruptIfRunning= */ false));
    }

    private void beat(NetClient connection) {
        if (System.nanoTime() - lastSent > SILENCE_NANOS) {
            unanswered.incrementAndGet();
            connection.send(new PingRequest(null));
        }
    }

    /**
     * Takes note of a frame.
     *
     * @return whether it answers a beat, so that nobody else has asked for it
     */
    boolean see(Frame frame) {
        if (frame.direction() == Direction.SENT) {
            lastSent = System.nanoTime();
            return false;
        }
        return frame.packet() instanceof PingResponse
                && unanswered.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
