package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.Durations;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.session.CloseReason;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listening server: event loops that accept, read and write, and the logic threads that handle
 * what they read. All methods may be called from any thread, {@link #drain} once.
 */
public final class GameServer {
    private static final Logger log = LoggerFactory.getLogger(GameServer.class);

    /** What is left of the drain timeout for the threads to end in. */
    private static final Duration LAST_STEPS = Duration.ofMillis(200);

    private static final int MIN_READ_BYTES = 64;
    private static final int FIRST_READ_BYTES = 2048;

    /** Connections that the kernel holds until they are accepted; it may allow fewer. */
    private static final int BACKLOG = 4096;

    private final Threads threads;
    private final Channel listener;
    private final SessionSlots slots;
    private final ServerCounters counters;
    private final @Nullable ServerTls tls;

    private volatile boolean draining;

    private GameServer(
            Threads threads,
            Channel listener,
            SessionSlots slots,
            ServerCounters counters,
            @Nullable ServerTls tls) {
        this.threads = threads;
        this.listener = listener;
        this.slots = slots;
        this.counters = counters;
        this.tls = tls;
    }

    /**
     * Starts a server that handles each packet on the event loop that has read it.
     *
     * @throws ServerStartException when it can't listen
     */
    public static <C> GameServer start(ServerOptions options, Application<C> application) {
        return start(options, application, Threads::start);
    }

    /**
     * Starts a server that handles all packets on {@code logic}, and closes it in the end.
     *
     * @throws ServerStartException when it can't listen
     */
    public static <C> GameServer start(
            ServerOptions options, Application<C> application, LogicExecutor logic) {
        return start(options, application, List.of(logic));
    }

    /**
     * Starts a server whose sessions take turns in beginning on one of {@code logics}, and may go
     * on on others. Closes all of them in the end.
     *
     * @throws ServerStartException when it can't listen
     */
    public static <C> GameServer start(
            ServerOptions options, Application<C> application, List<LogicExecutor> logics) {
        return start(
                options,
                application,
                (same, transport, server) -> Threads.start(same, transport, server, logics));
    }

    /** Starts the threads of a server. */
    private interface ThreadsStarter {
        Threads start(ServerOptions options, Transport transport, ServerContext<?> server);
    }

    private static <C> GameServer start(
            ServerOptions options, Application<C> application, ThreadsStarter starter) {
        Transport.Choice choice = Transport.choose(options.transport());
        log.info("transport={} others={}", choice.transport(), choice.others());
        ServerTls tls = ServerTls.start(options.tls(), options.ioThreads());
        ServerContext<C> server =
                new ServerContext<>(
                        application,
                        Limits.of(options),
                        new ServerCounters(),
                        slots(options, application),
                        new SessionLog(System::nanoTime));
        Threads threads = starter.start(options, choice.transport(), server);
        ChannelFuture listening =
                bootstrap(choice.transport(), threads)
                        .handler(new Admission(server))
                        .childHandler(new SessionInitializer<>(server, threads, tls))
                        .bind(options.bind().toSocketAddress())
                        .awaitUninterruptibly();
        if (!listening.isSuccess()) {
            threads.stop(Deadline.in(LAST_STEPS));
            close(tls);
            throw new ServerStartException(options.bind(), listening.cause());
        }
        listening.channel().pipeline().addLast(new AcceptFailures());
        threads.loops()
                .forEach(
                        loop ->
                                loop.startSweeping(
                                        options.shortestTimeout(), server::afterEachSweep));
        GameServer started =
                new GameServer(
                        threads, listening.channel(), server.slots(), server.counters(), tls);
        started.warnOfPlainText();
        return started;
    }

    private void warnOfPlainText() {
        InetSocketAddress address = (InetSocketAddress) listener.localAddress();
        if (tls == null && !address.getAddress().isLoopbackAddress()) {
            log.warn(
                    "no TLS on {}: passwords and all else can be read on the way"
                            + " (--tls-cert, --tls-key)",
                    address());
        }
    }

    private static void close(@Nullable ServerTls tls) {
        if (tls != null) {
            tls.close();
        }
    }

    private static SessionSlots slots(ServerOptions options, Application<?> application) {
        AddressLimits limits = AddressLimits.of(options.perAddress(), application.initialState());
        return new SessionSlots(options.maxSessions(), new AddressTable(limits, System::nanoTime));
    }

    private static ServerBootstrap bootstrap(Transport transport, Threads threads) {
        return new ServerBootstrap()
                .group(threads.group())
                .channel(transport.serverChannel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(
                        ChannelOption.RECVBUF_ALLOCATOR,
                        new AdaptiveRecvByteBufAllocator(
                                MIN_READ_BYTES, FIRST_READ_BYTES, Limits.READ_BYTES))
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK,
                        new WriteBufferWaterMark(Limits.NOT_SLOW_BYTES, ServerOptions.SLOW_BYTES));
    }

    /** Where it listens, with the real port when 0 was asked for. */
    public HostPort address() {
        return HostPort.of((InetSocketAddress) listener.localAddress());
    }

    public ServerCounters counters() {
        return counters;
    }

    /** Connections that are open now. */
    public int openSessions() {
        return slots.taken();
    }

    /** Client addresses that are counted or remembered now. */
    int addresses() {
        return slots.addresses();
    }

    public boolean isDraining() {
        return draining;
    }

    /** Null without TLS. */
    @Nullable ServerTls tls() {
        return tls;
    }

    /**
     * Stops in good order: no new connections; 64 to everyone; what has been received is handled,
     * and its answers are sent; connections are closed; threads end. What takes longer than {@code
     * timeout} is cut off. Returns when all is over.
     */
    public void drain(Duration timeout) {
        Deadline deadline = Deadline.in(timeout);
        draining = true;
        listener.close().awaitUninterruptibly();
        log.info("draining sessions={} timeout={}", slots.taken(), Durations.format(timeout));
        ErrorNotify notice = ErrorNotify.of(ErrorCode.SERVER_DRAINING);
        for (IoLoop loop : threads.loops()) {
            loop.cutHandshakes(); // First: a handshake that ends later is not told.
            loop.forEach(connection -> connection.send(notice));
            loop.forEach(connection -> connection.close(CloseReason.SERVER_DRAINING));
        }
        if (!slots.awaitNone(timeout.minus(LAST_STEPS))) {
            log.warn("cut off sessions={} after the drain timeout", slots.taken());
            threads.loops().forEach(loop -> loop.forEach(Connection::closeNow));
            slots.awaitNone(LAST_STEPS);
        }
        threads.stop(deadline);
        close(tls);
        log.info("stopped");
    }
}
