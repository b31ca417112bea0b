package gameserver.net.server;

import gameserver.net.options.TransportChoice;
import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the operating system is asked about sockets. In the order in which {@link #choose} tries
 * them, which is the order of what was measured: see docs/performance.md.
 */
@SuppressWarnings("ImmutableEnumChecker") // The suppliers are method references, without state.
public enum Transport {
    EPOLL(
            Epoll::unavailabilityCause,
            EpollIoHandler::newFactory,
            EpollServerSocketChannel.class,
            EpollSocketChannel.class),
    IO_URING(
            IoUring::unavailabilityCause,
            IoUringIoHandler::newFactory,
            IoUringServerSocketChannel.class,
            IoUringSocketChannel.class),
    KQUEUE(
            KQueue::unavailabilityCause,
            KQueueIoHandler::newFactory,
            KQueueServerSocketChannel.class,
            KQueueSocketChannel.class),
    NIO(() -> null, NioIoHandler::newFactory, NioServerSocketChannel.class, NioSocketChannel.class);

    private final Supplier<@Nullable Throwable> unavailabilityCause;
    private final Supplier<IoHandlerFactory> handlers;
    private final Class<? extends ServerChannel> serverChannel;
    private final Class<? extends Channel> clientChannel;

    Transport(
            Supplier<@Nullable Throwable> unavailabilityCause,
            Supplier<IoHandlerFactory> handlers,
            Class<? extends ServerChannel> serverChannel,
            Class<? extends Channel> clientChannel) {
        this.unavailabilityCause = unavailabilityCause;
        this.handlers = handlers;
        this.serverChannel = serverChannel;
        this.clientChannel = clientChannel;
    }

    /**
     * A transport that loads here.
     *
     * @param others why each of the others was not taken; empty when it was asked for by name
     */
    public record Choice(Transport transport, List<String> others) {}

    /**
     * What {@code wanted} names, or for {@code auto} the first that loads; NIO always does.
     *
     * @throws ServerStartException when the one that is wanted does not load here
     */
    public static Choice choose(TransportChoice wanted) {
        if (wanted == TransportChoice.AUTO) {
            return chooseFirst();
        }
        Transport transport = valueOf(wanted.name());
        String problem = transport.problem();
        if (problem != null) {
            throw new ServerStartException(transport + " does not load here: " + problem);
        }
        return new Choice(transport, List.of());
    }

    private static Choice chooseFirst() {
        List<String> others = new ArrayList<>();
        Transport chosen = null;
        for (Transport transport : values()) {
            String problem = chosen == null ? transport.problem() : chosen + " is preferred";
            if (problem == null) {
                chosen = transport;
            } else {
                others.add(transport + ": " + problem);
            }
        }
        return new Choice(Objects.requireNonNull(chosen, "NIO always loads"), others);
    }

    /** Why this transport can't be used here, in one line, or null when it can. */
    public @Nullable String problem() {
        Throwable cause = unavailabilityCause.get();
        if (cause == null) {
            return null;
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.lines().findFirst().orElse(cause.getClass().getSimpleName());
    }

    public IoHandlerFactory handlerFactory() {
        return handlers.get();
    }

    public Class<? extends ServerChannel> serverChannel() {
        return serverChannel;
    }

    public Class<? extends Channel> clientChannel() {
        return clientChannel;
    }

    /** As it is written on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
