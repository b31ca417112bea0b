package gameserver.net.client;

import gameserver.net.options.HostPort;
import gameserver.net.options.TransportChoice;
import gameserver.net.server.Transport;
import gameserver.net.tls.ClientTls;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What client connections share: event loops, which do not keep a program alive, and TLS, if they
 * are to be under it.
 */
public final class ClientThreads implements AutoCloseable {
    private final Transport transport = Transport.choose(TransportChoice.AUTO).transport();
    private final EventLoopGroup group;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    private final @Nullable ClientTls tls;

    /** For connections without TLS. */
    public ClientThreads(int threads) {
        this(threads, null);
    }

    /**
     * @param tls null for connections without it
     */
    public ClientThreads(int threads, @Nullable ClientTls tls) {
        this.tls = tls;
        group =
                new MultiThreadIoEventLoopGroup(
                        threads,
                        new DefaultThreadFactory("client-io", /* daemon= */ true),
                        transport.handlerFactory());
    }

    /** A connection that is to be closed with these threads. */
    public void add(Channel channel) {
        channels.add(channel);
    }

    public EventLoopGroup group() {
        return group;
    }

    public Transport transport() {
        return transport;
    }

    /**
     * The first handler of a connection to {@code server}.
     *
     * @param timeout of the handshake
     * @return null when there is no TLS
     */
    public @Nullable SslHandler newTlsHandler(HostPort server, Duration timeout) {
        return tls == null ? null : tls.newHandler(server.host(), server.port(), timeout);
    }

    /** Closes all connections and returns when the threads have ended. */
    @Override
    public void close() {
        channels.close().awaitUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
