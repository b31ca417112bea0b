package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.SessionInitializer.Place;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of one server: its event loops, its logic threads, and which of them serve which
 * connections together.
 */
record Threads(
        EventLoopGroup group,
        List<IoLoop> loops,
        List<LogicExecutor> logics,
        Map<EventLoop, Place> places) {

    private static final Logger log = LoggerFactory.getLogger(Threads.class);

    /**
     * Starts the event loops.
     *
     * @param logicOf the logic thread of the connections of an event loop: the same for all, or one
     *     for each
     */
    static Threads start(
            ServerOptions options,
            Transport transport,
            ServerContext<?> server,
            Function<IoLoop, LogicExecutor> logicOf) {
        EventLoopGroup group =
                new MultiThreadIoEventLoopGroup(
                        options.ioThreads(),
                        new DefaultThreadFactory("io"),
                        transport.handlerFactory());
        List<IoLoop> loops = new ArrayList<>();
        for (EventExecutor executor : group) {
            loops.add(new IoLoop((EventLoop) executor, loops.size()));
        }
        Map<LogicExecutor, Outbox> outboxes = new LinkedHashMap<>();
        Map<EventLoop, Place> places = new HashMap<>();
        for (IoLoop loop : loops) {
            Outbox outbox =
                    outboxes.computeIfAbsent(
                            logicOf.apply(loop), logic -> new Outbox(logic, server, loops));
            LogicBatch batch = new LogicBatch(loop, outbox.logic());
            places.put(loop.eventLoop(), new Place(loop, batch, outbox));
        }
        return new Threads(
                group, List.copyOf(loops), List.copyOf(outboxes.keySet()), Map.copyOf(places));
    }

    /** Runs what waits, then ends all threads; whatever takes longer is left behind. */
    void stop(Duration timeout) {
        for (LogicExecutor logic : logics) {
            if (!logic.close(timeout)) {
                log.warn("{} is still busy with a task and is left behind", logic);
            }
        }
        group.shutdownGracefully(0, timeout.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(timeout.toMillis());
    }
}
