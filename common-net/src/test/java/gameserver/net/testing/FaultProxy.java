package gameserver.net.testing;

import gameserver.net.options.HostPort;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Stands between a client and a server and does to their bytes what a bad network would. Nothing is
 * lost, doubled or swapped while the connection lives, as TCP promises.
 *
 * <p><strong>Threads:</strong> its own event loop moves the bytes. The methods may be called from
 * any thread, and hold for what arrives from then on, on all connections.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What breaks shows in channelInactive.
public final class FaultProxy implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final HostPort target;
    private final Channel listener;

    private volatile Duration delay = Duration.ZERO;
    private volatile IntSupplier pieceSize = () -> Integer.MAX_VALUE;
    private volatile long bytesUntilCut = Long.MAX_VALUE;

    private FaultProxy(HostPort target) {
        this.target = target;
        listener =
                new ServerBootstrap()
                        .group(loop)
                        .channel(NioServerSocketChannel.class)
                        .childOption(ChannelOption.AUTO_READ, false)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new Front())
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .syncUninterruptibly()
                        .channel();
    }

    /** A proxy that does no harm yet. */
    public static FaultProxy to(HostPort target) {
        return new FaultProxy(target);
    }

    /** Where clients connect. */
    public HostPort address() {
        return HostPort.of((InetSocketAddress) listener.localAddress());
    }

    /** Everything arrives so much later, in both directions. */
    public void delay(Duration delay) {
        this.delay = delay;
    }

    /** Everything arrives in pieces of at most so many bytes, each in a packet of its own. */
    public void cutIntoPieces(int bytes) {
        pieceSize = () -> bytes;
    }

    /** The same in pieces of any size up to {@code mostBytes}. */
    public void cutIntoPieces(int mostBytes, long seed) {
        SplittableRandom random = new SplittableRandom(seed); // For the event loop alone.
        pieceSize = () -> random.nextInt(1, mostBytes + 1);
    }

    /** Each connection ends after so many more bytes from the client. */
    public void cutAfter(long bytes) {
        bytesUntilCut = bytes;
    }

    /** Reads nothing any more, from neither side: both see a peer that does not read. */
    public void freeze() {
        setReading(false);
    }

    /** Goes on after {@link #freeze}. */
    public void thaw() {
        setReading(true);
    }

    /** On the event loop, and waits for it: a read that has begun would still bring its bytes. */
    private void setReading(boolean isReading) {
        onLoop(() -> connections.forEach(channel -> channel.config().setAutoRead(isReading)));
    }

    /**
     * All clients are gone without a word. What the server has is half-open: nothing comes from
     * there, nothing is read there, and it is not told.
     */
    public void abandon() {
        freeze();
        onLoop(
                () -> {
                    List<Pipe> pipes =
                            connections.stream()
                                    .map(each -> each.pipeline().get(Pipe.class))
                                    .toList();
                    // All first: closing one side takes it out of the group.
                    pipes.forEach(pipe -> pipe.isAbandoned = true);
                    pipes.forEach(Pipe::closeClient);
                });
    }

    /** Ends all connections with RST on both sides. */
    public void reset() {
        onLoop(
                () -> {
                    // All first: closing one side makes its pipe close the other.
                    connections.forEach(
                            channel -> channel.config().setOption(ChannelOption.SO_LINGER, 0));
                    connections.forEach(Channel::close);
                });
    }

    private void onLoop(Runnable task) {
        loop.submit(task).syncUninterruptibly();
    }

    @Override
    public void close() {
        listener.close().syncUninterruptibly();
        connections.close().syncUninterruptibly();
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }

    /** A client has connected: connects to the server in its name. */
    private final class Front extends ChannelInboundHandlerAdapter {
        @Override
        public boolean isSharable() {
            return true;
        }

        @Override
        public void channelActive(ChannelHandlerContext client) {
            new Bootstrap()
                    .group(client.channel().eventLoop())
                    .channel(NioSocketChannel.class)
                    .option(ChannelOption.AUTO_READ, false)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(new ChannelInboundHandlerAdapter())
                    .connect(target.toSocketAddress())
                    .addListener(
                            (ChannelFutureListener)
                                    connected -> {
                                        if (connected.isSuccess()) {
                                            join(client.channel(), connected.channel());
                                        } else {
                                            client.close();
                                        }
                                    });
        }

        private void join(Channel client, Channel server) {
            client.pipeline().addLast(new Pipe(server, true));
            server.pipeline().addLast(new Pipe(client, false));
            connections.add(client);
            connections.add(server);
            client.config().setAutoRead(true);
            server.config().setAutoRead(true);
        }
    }

    /** One direction of a connection. Its event loop owns it. */
    private final class Pipe extends ChannelInboundHandlerAdapter {
        private final Channel to;
        private final boolean isFromClient;
        private long bytes;

        /** Nothing is passed on any more, not even an end. */
        private boolean isAbandoned;

        /** When the last of what was read so far goes on. */
        private long dueNanos = System.nanoTime();

        Pipe(Channel to, boolean isFromClient) {
            this.to = to;
            this.isFromClient = isFromClient;
        }

        @Override
        public void channelRead(ChannelHandlerContext from, Object message) {
            ByteBuf data = (ByteBuf) message;
            long left = isFromClient ? bytesUntilCut - bytes : Long.MAX_VALUE;
            bytes += data.readableBytes();
            while (data.isReadable()) {
                int size = Math.min(data.readableBytes(), pieceSize.getAsInt());
                byte[] piece = new byte[(int) Math.min(size, Math.max(0, left))];
                data.readBytes(piece); // On the heap: nobody releases what never gets there.
                left -= piece.length;
                later(() -> to.writeAndFlush(Unpooled.wrappedBuffer(piece)));
                if (left <= 0) {
                    data.skipBytes(data.readableBytes());
                    later(to::close);
                }
            }
            data.release();
        }

        @Override
        public void channelInactive(ChannelHandlerContext from) {
            if (!isAbandoned) {
                later(
                        () ->
                                to.writeAndFlush(Unpooled.EMPTY_BUFFER)
                                        .addListener(ChannelFutureListener.CLOSE));
            }
        }

        void closeClient() {
            if (!isFromClient) {
                to.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
            from.close(); // Resets are what this is for.
        }

        /** In order: nothing overtakes what a longer delay still holds back. */
        private void later(Runnable action) {
            long now = System.nanoTime();
            dueNanos = Math.max(dueNanos, now + delay.toNanos());
            ScheduledFuture<?> unused =
                    to.eventLoop().schedule(action, dueNanos - now, TimeUnit.NANOSECONDS);
        }
    }
}
