package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.Watchdog;
import gameserver.net.options.ServerOptions;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of one server: its event loops, its logic threads, and who watches these. */
final class Threads {
    private static final Logger log = LoggerFactory.getLogger(Threads.class);

    private final EventLoopGroup group;
    private final Map<EventLoop, IoLoop> loops;
    private final List<Outbox> outboxes;
    private final LogicChoice firstLogic;
    private @Nullable Watchdog watchdog;

    private Threads(
            EventLoopGroup group,
            Map<EventLoop, IoLoop> loops,
            ServerContext<?> server,
            List<LogicExecutor> logics,
            LogicChoice firstLogic) {
        this.group = group;
        this.loops = loops;
        this.outboxes = outboxes(logics, server, loops);
        this.firstLogic = firstLogic;
    }

    /** On which logic thread a session begins: an index, of as many as there are. */
    interface LogicChoice {
        int of(IoLoop loop, long sessionId, int logics);
    }

    /** Starts event loops for a server that handles packets on the threads that read them. */
    static Threads start(ServerOptions options, Transport transport, ServerContext<?> server) {
        return of(startLoops(options, transport), server).watched(server);
    }

    /** Starts event loops for a server with logic threads, which take sessions in turn. */
    static Threads start(
            ServerOptions options,
            Transport transport,
            ServerContext<?> server,
            List<LogicExecutor> logics) {
        return of(startLoops(options, transport), server, logics).watched(server);
    }

    /** The same for event loops that are there. Nobody watches the logic threads. */
    static Threads of(EventLoopGroup group, ServerContext<?> server) {
        Map<EventLoop, IoLoop> loops = loops(group);
        List<LogicExecutor> logics = new ArrayList<>();
        loops.values().forEach(loop -> logics.add(new EventLoopLogic(loop)));
        return new Threads(group, loops, server, logics, (loop, id, n) -> loop.index());
    }

    /** The same for event loops that are there. Nobody watches the logic threads. */
    static Threads of(EventLoopGroup group, ServerContext<?> server, List<LogicExecutor> logics) {
        return new Threads(group, loops(group), server, logics, (loop, id, n) -> (int) (id % n));
    }

    private static EventLoopGroup startLoops(ServerOptions options, Transport transport) {
        return new MultiThreadIoEventLoopGroup(
                options.ioThreads(), new DefaultThreadFactory("io"), transport.handlerFactory());
    }

    private static Map<EventLoop, IoLoop> loops(EventLoopGroup group) {
        Map<EventLoop, IoLoop> loops = new LinkedHashMap<>();
        for (EventExecutor executor : group) {
            EventLoop eventLoop = (EventLoop) executor;
            loops.put(eventLoop, new IoLoop(eventLoop, loops.size()));
        }
        return loops;
    }

    private Threads watched(ServerContext<?> server) {
        List<LogicExecutor> logics = outboxes.stream().map(Outbox::logic).toList();
        watchdog = Watchdog.watch(logics, server.counters().logicStuck::increment);
        return this;
    }

    private static List<Outbox> outboxes(
            List<LogicExecutor> logics, ServerContext<?> server, Map<EventLoop, IoLoop> loops) {
        Map<LogicExecutor, Outbox> all = new LinkedHashMap<>();
        for (LogicExecutor logic : logics) {
            all.put(logic, new Outbox(logic, server, loops.values(), all));
        }
        return List.copyOf(all.values());
    }

    EventLoopGroup group() {
        return group;
    }

    Collection<IoLoop> loops() {
        return loops.values();
    }

    IoLoop loop(EventLoop eventLoop) {
        return Objects.requireNonNull(loops.get(eventLoop), "a foreign loop");
    }

    /** Where a session begins that is connected to {@code loop}. */
    Outbox firstOutbox(IoLoop loop, long sessionId) {
        return outboxes.get(firstLogic.of(loop, sessionId, outboxes.size()));
    }

    /** Runs what waits, then ends all threads; whatever takes longer is left behind. */
    void stop(Deadline deadline) {
        outboxes.forEach(outbox -> outbox.logic().end());
        for (Outbox outbox : outboxes) {
            if (!outbox.logic().awaitEnd(deadline.left())) {
                log.warn("{} is still busy with a task and is left behind", outbox.logic());
            }
        }
        if (watchdog != null) {
            watchdog.close();
        }
        long left = deadline.left().toMillis();
        group.shutdownGracefully(0, left, TimeUnit.MILLISECONDS).awaitUninterruptibly(left);
    }
}
