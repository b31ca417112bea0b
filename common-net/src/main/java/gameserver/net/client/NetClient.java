package gameserver.net.client;

import gameserver.net.client.Frame.Direction;
import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.codec.PacketHeader;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The other end of the wire, with blocking calls: for tools and tests, which say one thing after
 * the other.
 *
 * <p>Any thread may send. One thread receives.
 */
@SuppressWarnings("FutureReturnValueIgnored") // What a write ends in, the next receive tells.
public final class NetClient implements AutoCloseable {
    private final Channel channel;
    private final PacketEncoder encoder;
    private final PacketDecoder decoderOfSent;
    private final Inbox inbox;
    private final Consumer<Frame> observer;

    private NetClient(Channel channel, Dialect dialect, Inbox inbox, Consumer<Frame> observer) {
        this.channel = channel;
        this.encoder = new PacketEncoder(dialect.format());
        this.decoderOfSent = new PacketDecoder(dialect.catalog().toServer(), dialect.format());
        this.inbox = inbox;
        this.observer = observer;
    }

    /**
     * Connects, and where {@code threads} have TLS, agrees with the server on that.
     *
     * @param observer is told of every frame as it is sent (on the thread that sends) and as it is
     *     received (on an event loop); must not block
     * @throws CannotConnectException when there is no such server, or it is not to be trusted
     */
    public static NetClient connect(
            ClientThreads threads,
            HostPort address,
            Dialect dialect,
            Duration timeout,
            Consumer<Frame> observer)
            throws CannotConnectException {
        Inbox inbox =
                new Inbox(
                        new PacketDecoder(dialect.catalog().toClient(), dialect.format()),
                        observer);
        SslHandler tls = threads.newTlsHandler(address, timeout);
        ChannelFuture connecting =
                bootstrap(threads, timeout, tls, inbox)
                        .connect(address.toSocketAddress())
                        .awaitUninterruptibly();
        if (!connecting.isSuccess()) {
            throw new CannotConnectException(address, connecting.cause());
        }
        if (tls != null && !tls.handshakeFuture().awaitUninterruptibly().isSuccess()) {
            throw new CannotConnectException(address, tls.handshakeFuture().cause());
        }
        threads.add(connecting.channel());
        return new NetClient(connecting.channel(), dialect, inbox, observer);
    }

    /** Connects without anybody looking on. */
    public static NetClient connect(
            ClientThreads threads, HostPort address, Dialect dialect, Duration timeout)
            throws CannotConnectException {
        return connect(threads, address, dialect, timeout, frame -> {});
    }

    private static Bootstrap bootstrap(
            ClientThreads threads, Duration timeout, @Nullable SslHandler tls, Inbox inbox) {
        // Netty counts it in an int, up to 24 days; no system tries to connect for that long.
        int timeoutMillis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
        return new Bootstrap()
                .group(threads.group())
                .channel(threads.transport().clientChannel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis)
                .handler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                if (tls != null) {
                                    channel.pipeline().addLast(tls);
                                }
                                channel.pipeline()
                                        .addLast(
                                                new FrameDecoder(
                                                        PacketHeader.MAX_SIZE, inbox::read))
                                        .addLast(inbox);
                            }
                        });
    }

    /**
     * Sends one packet. Does nothing when the connection is closed.
     *
     * @throws IllegalStateException when the packet is too large for a frame
     */
    public void send(Packet packet) {
        ByteBuf frame = channel.alloc().buffer();
        try {
            encoder.encode(packet, frame);
        } catch (RuntimeException e) {
            frame.release();
            throw e;
        }
        observer.accept(sent(frame, packet));
        channel.writeAndFlush(frame);
    }

    /** Sends bytes as they are: half a frame, many frames, or no frame at all. */
    public void sendRaw(byte... bytes) {
        ByteBuf raw = Unpooled.copiedBuffer(bytes);
        boolean oneFrame =
                bytes.length >= PacketHeader.LENGTH && raw.getUnsignedShortLE(0) == bytes.length;
        Received packet = oneFrame ? decoderOfSent.decode(raw.duplicate()) : null;
        observer.accept(sent(raw, packet));
        channel.writeAndFlush(raw);
    }

    private static Frame sent(ByteBuf bytes, @Nullable Received packet) {
        Bytes copy = Bytes.of(ByteBufUtil.getBytes(bytes));
        return new Frame(Direction.SENT, Instant.now(), copy, packet);
    }

    /**
     * Waits for the next frame.
     *
     * @return null when none has come in time, or when none can come any more ({@link #isAtEnd})
     */
    public @Nullable Frame poll(Duration timeout) throws InterruptedException {
        return inbox.poll(timeout);
    }

    /**
     * Waits for the next packet, which has to be a {@code P}.
     *
     * @throws UnexpectedException when it is another packet or none comes; the message says which
     */
    public <P extends Packet> P expect(Class<P> expected, Duration timeout)
            throws InterruptedException {
        Frame frame = poll(timeout);
        if (frame == null) {
            throw new UnexpectedException(
                    "expected %s, but %s"
                            .formatted(
                                    expected.getSimpleName(),
                                    isAtEnd()
                                            ? end()
                                            : "nothing came within " + timeout.toMillis() + "ms"));
        }
        if (!expected.isInstance(frame.packet())) {
            throw new UnexpectedException(
                    "expected %s, but got %s".formatted(expected.getSimpleName(), frame.packet()));
        }
        return expected.cast(frame.packet());
    }

    /**
     * Waits until the server has closed the connection.
     *
     * @throws UnexpectedException when something comes before that, or nothing happens in time
     */
    public void expectClosed(Duration timeout) throws InterruptedException {
        Frame frame = poll(timeout);
        if (frame != null) {
            throw new UnexpectedException("expected the end, but got " + frame.packet());
        }
        if (!isAtEnd()) {
            throw new UnexpectedException(
                    "expected the end, but nothing came within " + timeout.toMillis() + "ms");
        }
    }

    /** Whether the connection is closed and everything that came before is taken. */
    public boolean isAtEnd() {
        return inbox.isAtEnd();
    }

    /** How the connection has ended, in words; means something once it has. */
    public String end() {
        return inbox.end();
    }

    /** Whether it was this client that ended it, because of what the server had sent. */
    public boolean isGivenUp() {
        return inbox.isGivenUp();
    }

    /**
     * Runs {@code action} when the connection has ended, whoever has ended it; on an event loop, or
     * at once if it has ended already.
     */
    public void onClosed(Runnable action) {
        channel.closeFuture().addListener(closed -> action.run());
    }

    /**
     * For a client that leaves received frames to its observer: from now on the oldest is dropped
     * when too many wait, where otherwise the connection would not be read until some are polled.
     */
    public void dropOldestWhenFull() {
        inbox.dropOldestWhenFull();
    }

    /** Stops and resumes to read from the socket: a client that does not listen. */
    public void reading(boolean on) {
        channel.config().setAutoRead(on);
    }

    /** Closes the connection. */
    @Override
    public void close() {
        channel.close().awaitUninterruptibly();
    }

    /** The server said something else than was expected. */
    public static final class UnexpectedException extends RuntimeException {
        UnexpectedException(String message) {
            super(message);
        }
    }
}
