package gameserver.net.client;

import gameserver.net.client.Frame.Direction;
import gameserver.net.codec.FrameSizeException;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.packet.Bytes;
import gameserver.net.tls.ClientTls;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a client has received and not yet looked at. The event loop fills it, another thread empties
 * it; when it is full the connection is not read until half of it is gone, or the oldest go first.
 */
final class Inbox extends SimpleChannelInboundHandler<Frame> {
    private static final int CAPACITY = 8192;

    private final PacketDecoder decoder;
    private final Consumer<Frame> observer;

    /** Guarded by this inbox, and so is {@link #closed}. */
    private final Queue<Frame> frames = new ArrayDeque<>();

    private boolean closed;

    private boolean dropsOldest;

    /** How the connection ended, once it has. */
    private volatile String end = "the server closed the connection";

    /** The end came from this side, for what the other had sent. */
    private volatile boolean givenUp;

    private volatile @Nullable ChannelHandlerContext context;

    Inbox(PacketDecoder decoder, Consumer<Frame> observer) {
        this.decoder = decoder;
        this.observer = observer;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    /** For the frame decoder, which passes the frame on to this handler. */
    Frame read(ByteBuf bytes) {
        Bytes copy = Bytes.of(ByteBufUtil.getBytes(bytes));
        return new Frame(Direction.RECEIVED, Instant.now(), copy, decoder.decode(bytes));
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Frame frame) {
        observer.accept(frame);
        add(ctx, frame);
    }

    private synchronized void add(ChannelHandlerContext ctx, Frame frame) {
        if (dropsOldest && frames.size() >= CAPACITY) {
            frames.remove();
        }
        frames.add(frame);
        if (!dropsOldest && frames.size() >= CAPACITY) {
            ctx.channel().config().setAutoRead(false);
        }
        notifyAll();
    }

    /**
     * Takes the next frame.
     *
     * @return null when none comes in time, or when the connection is closed and all are taken
     */
    synchronized @Nullable Frame poll(Duration timeout) throws InterruptedException {
        await(timeout);
        Frame frame = frames.poll();
        ChannelHandlerContext ctx = context;
        if (frames.size() == CAPACITY / 2 && ctx != null) {
            ctx.channel().config().setAutoRead(true);
        }
        return frame;
    }

    synchronized void dropOldestWhenFull() {
        dropsOldest = true;
    }

    private void await(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        while (frames.isEmpty() && !closed) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Whether the connection is closed and all frames are taken. */
    synchronized boolean isAtEnd() {
        return closed && frames.isEmpty();
    }

    String end() {
        return end;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    @Override
    public synchronized void channelInactive(ChannelHandlerContext ctx) {
        closed = true;
        notifyAll();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // channelInactive tells.
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
        if (cause instanceof FrameSizeException) {
            end = "what the server sent is no packet: " + cause.getMessage();
            givenUp = true;
        } else if (cause.getCause() instanceof SSLException tls) {
            end = ClientTls.explain(tls);
        } else if (cause instanceof IOException) {
            end = "the connection broke: " + cause.getMessage();
        } else {
            end = "the client failed: " + cause;
            givenUp = true;
            super.exceptionCaught(ctx, cause);
        }
        ctx.close();
    }
}
