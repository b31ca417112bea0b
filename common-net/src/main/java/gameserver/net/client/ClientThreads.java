package gameserver.net.client;

import gameserver.net.options.TransportChoice;
import gameserver.net.server.Transport;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.TimeUnit;

/** The event loops that client connections share. They do not keep a program alive. */
public final class ClientThreads implements AutoCloseable {
    private final Transport transport = Transport.choose(TransportChoice.AUTO).transport();
    private final EventLoopGroup group;
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

    public ClientThreads(int threads) {
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

    /** Closes all connections and returns when the threads have ended. */
    @Override
    public void close() {
        channels.close().awaitUninterruptibly();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
