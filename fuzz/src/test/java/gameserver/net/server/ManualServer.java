package gameserver.net.server;

import gameserver.net.logic.ManualLogic;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.ServerOptions;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.util.concurrent.MockTicker;
import io.netty.util.concurrent.Ticker;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A whole server without threads or sockets: everything from the bytes of a read to the bytes of a
 * write is as in {@link GameServer}, but its event loop, its logic thread and their clocks go on
 * only when they are told to. So the same calls always do the same.
 *
 * <p>Belongs to the thread that made it.
 */
public final class ManualServer implements AutoCloseable {
    /** Time passes in steps of at most that. */
    private static final Duration STEP = Duration.ofSeconds(5);

    private final MockTicker clock = Ticker.newMockTicker();
    private final ManualIoEventLoop loop =
            new ManualIoEventLoop(null, Thread.currentThread(), LocalIoHandler.newFactory(), clock);
    private final @Nullable ManualLogic logic;
    private final ServerContext<?> server;
    private final Channel listener;
    private final Queue<Channel> accepted = new ArrayDeque<>();

    private <C> ManualServer(
            ServerOptions options, Application<C> application, @Nullable ManualLogic logic) {
        this.logic = logic;
        ServerContext<C> context =
                new ServerContext<>(
                        application,
                        Limits.of(options),
                        new ServerCounters(),
                        new SessionSlots(
                                options.maxSessions(),
                                new AddressTable(AddressLimits.NONE, clock::nanoTime)),
                        new SessionLog(clock::nanoTime));
        Threads threads =
                logic == null
                        ? Threads.of(loop, context)
                        : Threads.of(loop, context, List.of(logic));
        this.server = context;
        ChannelFuture listening =
                new ServerBootstrap()
                        .group(loop)
                        .channel(LocalServerChannel.class)
                        .handler(listenerOf(context))
                        .childHandler(new SessionInitializer<>(context, threads, null))
                        .bind(LocalAddress.ANY);
        settle();
        this.listener = listening.syncUninterruptibly().channel();
        threads.loops()
                .forEach(
                        each ->
                                each.startSweeping(
                                        options.shortestTimeout(), context::afterEachSweep));
    }

    private ChannelInitializer<Channel> listenerOf(ServerContext<?> context) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new AcceptedChannels(), new Admission(context));
            }
        };
    }

    /** A server that handles packets on its event loop. */
    public static <C> ManualServer start(ServerOptions options, Application<C> application) {
        return new ManualServer(options, application, null);
    }

    /** A server that handles packets on {@code logic}, whose time passes with the server's. */
    public static <C> ManualServer start(
            ServerOptions options, Application<C> application, ManualLogic logic) {
        return new ManualServer(options, application, logic);
    }

    /** A new connection, which the event loop has accepted. */
    public ManualClient connect() {
        ManualClient.Inbox inbox = new ManualClient.Inbox();
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop)
                        .channel(LocalChannel.class)
                        .handler(inbox)
                        .connect(listener.localAddress());
        runEventLoop();
        return new ManualClient(
                connecting.syncUninterruptibly().channel(), accepted.remove(), inbox);
    }

    /** Lets the event loop do what there is to do; returns whether there was anything. */
    public boolean runEventLoop() {
        return loop.runNow() > 0;
    }

    /** The same for the logic thread, if there is one. */
    public boolean runLogic() {
        return logic != null && logic.runPending() > 0;
    }

    /** Lets everything run until nothing is left to do. */
    public void settle() {
        while (runEventLoop() || runLogic()) {
            // What one has done gives the other something to do.
        }
    }

    /** Lets time pass, and everything be done that is due in it. */
    public void pass(Duration time) {
        settle();
        for (Duration left = time; !left.isZero(); ) {
            Duration step = left.compareTo(STEP) < 0 ? left : STEP;
            left = left.minus(step);
            clock.advance(step.toNanos(), TimeUnit.NANOSECONDS);
            if (logic != null) {
                logic.advance(step);
            }
            settle();
        }
    }

    /** Nanoseconds of the event loop's clock; only differences mean something. */
    public long nanoTime() {
        return clock.nanoTime();
    }

    /** Connections that are open now. */
    public int openSessions() {
        return server.slots().taken();
    }

    /** Takes no more connections. Those that are there are for their clients to close. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // It is closed when nothing is left to do.
    public void close() {
        listener.close();
        settle();
    }

    /** Keeps what is accepted, so that it can be told what only a socket would tell it. */
    private final class AcceptedChannels extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext ctx, Object channel) {
            accepted.add((Channel) channel);
            ctx.fireChannelRead(channel);
        }
    }
}
