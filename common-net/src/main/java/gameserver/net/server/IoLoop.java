package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One event loop and its connections. One sweep over all of them now and then looks after their
 * time-outs: a timer for each would cost more than it could tell.
 *
 * <p>The list of connections, the handshakes and the batches belong to the event loop.
 */
final class IoLoop {
    private static final long MAX_SWEEP_MILLIS = 1000;
    private static final long MIN_SWEEP_MILLIS = 10;

    private final EventLoop eventLoop;
    private final int index;
    private final List<Connection<?>> connections = new ArrayList<>();
    private final Set<Channel> handshakes = new HashSet<>();
    private final Map<LogicExecutor, LogicBatch> batches = new HashMap<>();

    /**
     * @param index the place among the event loops of the server
     */
    IoLoop(EventLoop eventLoop, int index) {
        this.eventLoop = eventLoop;
        this.index = index;
    }

    int index() {
        return index;
    }

    EventLoop eventLoop() {
        return eventLoop;
    }

    boolean isCurrent() {
        return eventLoop.inEventLoop();
    }

    void execute(Runnable task) {
        eventLoop.execute(task);
    }

    /** Posts a task to a logic thread together with what else this loop has for it. */
    void post(LogicExecutor logic, Runnable task) {
        batches.computeIfAbsent(logic, l -> new LogicBatch(this, l)).add(task);
    }

    /** Nanoseconds of the event loop's clock, which tests can move. */
    long now() {
        return eventLoop.ticker().nanoTime();
    }

    void add(Connection<?> connection) {
        connection.indexInLoop = connections.size();
        connections.add(connection);
    }

    /** Moves the last connection to the place that gets free. */
    void remove(Connection<?> connection) {
        Connection<?> last = connections.remove(connections.size() - 1);
        if (last != connection) {
            connections.set(connection.indexInLoop, last);
            last.indexInLoop = connection.indexInLoop;
        }
    }

    /** A TLS handshake goes on, and may become a connection. */
    void handshakeBegins(Channel channel) {
        handshakes.add(channel);
    }

    void handshakeEnds(Channel channel) {
        handshakes.remove(channel);
    }

    /** Closes the channels whose handshake is not over. */
    void cutHandshakes() {
        eventLoop.execute(() -> List.copyOf(handshakes).forEach(LingeringClose::closeNow));
    }

    /** Runs {@code action} for each connection, on the event loop and over a copy of the list. */
    void forEach(Consumer<Connection<?>> action) {
        eventLoop.execute(() -> List.copyOf(connections).forEach(action));
    }

    /**
     * Starts to look after time-outs, of which {@code shortest} is the shortest, and to call {@code
     * afterEach} at least once a second.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // Ends with the event loop.
    void startSweeping(Duration shortest, Runnable afterEach) {
        long period =
                Math.max(MIN_SWEEP_MILLIS, Math.min(MAX_SWEEP_MILLIS, shortest.toMillis() / 4));
        eventLoop.scheduleWithFixedDelay(
                () -> sweep(afterEach), period, period, TimeUnit.MILLISECONDS);
    }

    private void sweep(Runnable afterEach) {
        long now = now();
        // Backwards: a connection that closes during its sweep is replaced by one already swept.
        for (int i = connections.size() - 1; i >= 0; i--) {
            connections.get(i).sweep(now);
        }
        afterEach.run();
    }
}
