package gameserver.client.load;

import gameserver.client.load.LoadPlan.Timetable;
import gameserver.net.client.CannotConnectException;
import gameserver.net.client.ClientThreads;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Opens the connections, lets the load run, and adds up what was seen. */
final class LoadRun {
    /** More at a time would overflow the queue of a server that is slow to accept. */
    private static final int CONNECTS_AT_A_TIME = 128;

    private static final int CONNECT_TIMEOUT_MILLIS = 5000;

    /** How long replies may take that are missing at the end. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final LoadPlan plan;
    private final ClientThreads threads;
    private final List<LoadLoop> loops = new ArrayList<>();

    private LoadRun(LoadPlan plan, ClientThreads threads) {
        this.plan = plan;
        this.threads = threads;
        for (EventExecutor executor : threads.group()) {
            loops.add(new LoadLoop((EventLoop) executor, plan));
        }
    }

    /**
     * Runs the whole load and returns when it is over.
     *
     * @param progress is told the nanoseconds that have passed, now and then
     * @throws IOException with a one-line message when the connections can't be opened
     */
    static LoadResult run(LoadPlan plan, LongConsumer progress)
            throws IOException, InterruptedException {
        try (ClientThreads threads = new ClientThreads(plan.threads())) {
            LoadRun run = new LoadRun(plan, threads);
            run.connectAll();
            run.load(progress);
            return LoadResult.of(plan, run.onEachLoop(LoadLoop::finish));
        }
    }

    private void connectAll() throws IOException {
        EchoMessage message = new EchoMessage(plan.payloadBytes());
        List<ChannelFuture> pending = new ArrayList<>();
        for (int index = 0; index < plan.connections(); index++) {
            LoadLoop loop = loops.get(index % loops.size());
            LoadConnection connection = new LoadConnection(index, loop, message);
            pending.add(connect(loop, connection));
            boolean last = index == plan.connections() - 1;
            // The first alone: if nobody listens, there is one refusal and not a hundred.
            if (index == 0 || last || pending.size() == CONNECTS_AT_A_TIME) {
                await(pending);
                pending.clear();
            }
        }
    }

    private ChannelFuture connect(LoadLoop loop, LoadConnection connection) {
        loop.add(connection);
        return new Bootstrap()
                .group(loop.eventLoop())
                .channel(threads.transport().clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .handler(connection)
                .connect(plan.address().toSocketAddress());
    }

    private void await(List<ChannelFuture> pending) throws IOException {
        for (ChannelFuture connecting : pending) {
            if (!connecting.awaitUninterruptibly().isSuccess()) {
                throw new CannotConnectException(plan.address(), connecting.cause());
            }
        }
    }

    private void load(LongConsumer progress) throws InterruptedException {
        Timetable timetable = plan.timetable(System.nanoTime());
        for (LoadLoop loop : loops) {
            loop.eventLoop().execute(() -> loop.start(timetable));
        }
        long latest = timetable.end() + PATIENCE_NANOS;
        boolean done = false;
        while (!done && System.nanoTime() - latest < 0) {
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
            progress.accept(System.nanoTime() - timetable.start());
            done = onEachLoop(LoadLoop::isDone).stream().allMatch(Boolean::booleanValue);
        }
    }

    /** Asks each loop, on its own thread. */
    private <T> List<T> onEachLoop(Function<LoadLoop, T> question) throws InterruptedException {
        List<T> answers = new ArrayList<>();
        for (LoadLoop loop : loops) {
            try {
                answers.add(loop.eventLoop().submit(() -> question.apply(loop)).get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("the load generator failed", e.getCause());
            }
        }
        return answers;
    }
}
