package gameserver.client.load;

import gameserver.client.load.LoadPlan.Timetable;
import gameserver.net.client.CannotConnectException;
import gameserver.net.client.ClientThreads;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Opens the connections, lets the load run, and adds up what was seen. */
final class LoadRun {
    /** More at a time would overflow the queue of a server that is slow to accept. */
    private static final int CONNECTS_AT_A_TIME = 128;

    /** For a connection, and for what the server has to do before the load can start. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** How long replies may take that are missing at the end. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Target target;
    private final LoadPlan plan;
    private final ClientThreads threads;
    private final List<LoadLoop> loops = new ArrayList<>();

    /**
     * @param tls null when there is none
     */
    private record Opening(
            LoadConnection connection, ChannelFuture connecting, @Nullable SslHandler tls) {}

    private LoadRun(Target target, LoadPlan plan, ClientThreads threads) {
        this.target = target;
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
     * @throws IOException with a one-line message when the load can't start
     */
    static LoadResult run(Target target, LoadPlan plan, LongConsumer progress)
            throws IOException, InterruptedException {
        try (ClientThreads threads = new ClientThreads(plan.threads(), target.tls())) {
            LoadRun run = new LoadRun(target, plan, threads);
            run.connectAll();
            @Nullable Double cpu = run.load(progress);
            return LoadResult.of(plan, cpu, run.onEachLoop(LoadLoop::finish));
        }
    }

    private void connectAll() throws IOException {
        List<LoadConnection> connections =
                plan.kind().join(loops, target.format().bodies(), plan.payloadBytes());
        List<Opening> pending = new ArrayList<>();
        for (LoadConnection connection : connections) {
            pending.add(open(connection));
            boolean last = connection.index() == connections.size() - 1;
            // The first alone: if nobody listens, there is one refusal and not a hundred.
            if (connection.index() == 0 || last || pending.size() == CONNECTS_AT_A_TIME) {
                await(pending);
                pending.clear();
            }
        }
    }

    private Opening open(LoadConnection connection) {
        SslHandler tls = threads.newTlsHandler(target.address(), TIMEOUT);
        ChannelFuture connecting =
                new Bootstrap()
                        .group(connection.loop().eventLoop())
                        .channel(threads.transport().clientChannel())
                        .option(ChannelOption.TCP_NODELAY, true)
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(TIMEOUT.toMillis()))
                        .handler(tls == null ? connection : tls)
                        .connect(target.address().toSocketAddress());
        if (tls != null) {
            tls.handshakeFuture().addListener(done -> beginUnderTls(done, connection));
        }
        return new Opening(connection, connecting, tls);
    }

    private static void beginUnderTls(
            Future<? super Channel> handshake, LoadConnection connection) {
        if (handshake.isSuccess()) {
            ((Channel) handshake.getNow()).pipeline().addLast(connection);
        }
    }

    private void await(List<Opening> pending) throws IOException {
        for (Opening opening : pending) {
            awaitSuccess(opening.connecting);
            if (opening.tls != null) {
                awaitSuccess(opening.tls.handshakeFuture());
            }
        }
        for (Opening opening : pending) {
            Future<Void> readiness = opening.connection.readiness();
            if (!readiness.awaitUninterruptibly(TIMEOUT.toMillis())) {
                throw new IOException(target.address() + " does not answer");
            }
            if (!readiness.isSuccess()) {
                throw new IOException(readiness.cause().getMessage(), readiness.cause());
            }
        }
    }

    /** They have timeouts of their own. */
    private void awaitSuccess(Future<?> step) throws CannotConnectException {
        if (!step.awaitUninterruptibly().isSuccess()) {
            throw new CannotConnectException(target.address(), step.cause());
        }
    }

    private @Nullable Double load(LongConsumer progress) throws InterruptedException {
        Timetable timetable = plan.timetable(System.nanoTime());
        CpuMeter meter = new CpuMeter(target.process(), timetable);
        for (LoadLoop loop : loops) {
            loop.eventLoop().execute(() -> loop.start(timetable));
        }
        long latest = timetable.end() + PATIENCE_NANOS;
        boolean done = false;
        while (!done && System.nanoTime() - latest < 0) {
            TimeUnit.NANOSECONDS.sleep(meter.nanosUntilNextLook(LOOK_EVERY_NANOS));
            meter.look();
            progress.accept(System.nanoTime() - timetable.start());
            done = onEachLoop(LoadLoop::isDone).stream().allMatch(Boolean::booleanValue);
        }
        meter.look();
        return meter.secondsPerSecond();
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
