package gameserver.client.load;

import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Result;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the load: sends what its {@link Pace} says, and lets its kind of load check
 * what comes. Belongs to its event loop.
 *
 * <p>Frames are read where they lie in the input buffer, and all that one read makes due leaves
 * with one flush.
 */
abstract class LoadConnection extends ByteToMessageDecoder {
    /** Written at once, so that a burst is not one huge buffer. */
    private static final int MOST_BYTES_A_BUFFER = 32 * 1024;

    private final int index;
    private final LoadLoop loop;
    private final Promise<Void> ready;

    private @Nullable ChannelHandlerContext ctx;
    private @Nullable Pace pace;
    private long sent;
    private long answered;

    /** From when the latency of each own message counts that is on the way. */
    private final MomentQueue onTheWay = new MomentQueue();

    /** The moment at which the bytes arrived that are being read. */
    private long readAt;

    /** Ended by us or by the server; nothing that happens from then on counts. */
    private boolean over;

    /**
     * @param index among all connections of the load
     */
    LoadConnection(int index, LoadLoop loop) {
        this.index = index;
        this.loop = loop;
        this.ready = loop.eventLoop().newPromise();
        loop.add(this);
    }

    /** Of a message as a frame. */
    abstract int messageSize();

    /** Writes message {@code sequence} of this connection. */
    abstract void append(ByteBuf out, long intendedAt, long sequence);

    /**
     * Takes the frame that begins at the reader index, which stays where it is.
     *
     * @return what is wrong with it, after which this connection ends; or null
     */
    abstract @Nullable String onFrame(ByteBuf frame, int id, int size);

    /** What should have come by now and has not. */
    abstract long unanswered(long now);

    int index() {
        return index;
    }

    LoadLoop loop() {
        return loop;
    }

    /** Fails with a one-line message when this connection ends before the load can start. */
    Future<Void> readiness() {
        return ready;
    }

    /** The load can start, as far as this connection is concerned. */
    final void ready() {
        ready.trySuccess(null);
    }

    /** The server is there, and under TLS it is the right one. */
    abstract void onConnected();

    /** Under TLS this is when the handshake is over, else before there is a connection. */
    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.ctx = ctx;
        if (ctx.channel().isActive()) {
            onConnected();
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
        onConnected();
        super.channelActive(ctx);
    }

    final ChannelHandlerContext context() {
        return Objects.requireNonNull(ctx, "not connected");
    }

    void start(Pace pace) {
        this.pace = pace;
        sendDue(System.nanoTime());
    }

    long intendedAt(long sequence) {
        return pace == null ? 0 : pace.intendedAt(sequence, 0);
    }

    /** Sends what is due and fits; what does not, when there is room again. */
    @SuppressWarnings("FutureReturnValueIgnored") // Whether it arrives, the reply tells.
    void sendDue(long now) {
        if (over || pace == null || ctx == null || !ctx.channel().isWritable()) {
            return;
        }
        long due = pace.due(answered, now);
        if (sent >= due) {
            return;
        }
        while (sent < due && ctx.channel().isWritable()) {
            ctx.write(nextMessages(pace, ctx, due, now), ctx.voidPromise());
        }
        ctx.flush();
    }

    private ByteBuf nextMessages(Pace pace, ChannelHandlerContext ctx, long due, long now) {
        long count = Math.min(due - sent, Math.max(1, MOST_BYTES_A_BUFFER / messageSize()));
        ByteBuf out = ctx.alloc().directBuffer((int) count * messageSize());
        for (long last = sent + count; sent < last; sent++) {
            long intendedAt = pace.intendedAt(sent, now);
            onTheWay.add(intendedAt);
            append(out, intendedAt, sent);
        }
        return out;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        readAt = System.nanoTime();
        super.channelRead(ctx, bytes);
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        while (!over && in.readableBytes() >= PacketHeader.LENGTH) {
            int size = in.getUnsignedShortLE(in.readerIndex() + PacketHeader.SIZE_OFFSET);
            if (size >= PacketHeader.LENGTH && in.readableBytes() < size) {
                return;
            }
            String problem = check(in, size);
            if (problem == null) {
                in.skipBytes(size);
            } else {
                fail(problem);
            }
        }
        if (over) {
            in.skipBytes(in.readableBytes());
        }
    }

    private @Nullable String check(ByteBuf in, int size) {
        if (size < PacketHeader.LENGTH) {
            return "what the server sent is no packet";
        }
        int id = in.getUnsignedShortLE(in.readerIndex() + PacketHeader.ID_OFFSET);
        int type = in.getUnsignedByte(in.readerIndex() + PacketHeader.TYPE_OFFSET);
        if (type != PacketHeader.NORMAL) {
            return "packet %d has type %d instead of %d".formatted(id, type, PacketHeader.NORMAL);
        }
        if (id == ErrorNotify.TYPE.id() && size == PacketHeader.LENGTH + Short.BYTES) {
            return explain(new Result(in.getShortLE(in.readerIndex() + PacketHeader.LENGTH)));
        }
        return onFrame(in, id, size);
    }

    static String explain(Result error) {
        boolean rate = error.code() == ErrorCode.TOO_MANY_REQUESTS.number();
        String advice = rate ? "; start the server with --max-requests-per-second 0" : "";
        return "ERROR_NTF " + error + advice;
    }

    /** How many of this connection's own messages are answered. */
    final long answered() {
        return answered;
    }

    /** Whether an own message is on the way, and that is the moment which the oldest told. */
    final boolean isNextAnswer(long intendedAt) {
        return onTheWay.beginsWith(intendedAt);
    }

    /** The oldest own message is answered. In the closed loop that makes another one due. */
    final void onAnswered() {
        onTheWay.remove();
        answered++;
    }

    /** Something has come that counts: a message whose latency is now known. */
    final void onHeard(long intendedAt) {
        loop.onHeard(intendedAt, readAt);
    }

    /** After a wrong reply nobody knows which request the next one belongs to. */
    private void fail(String problem) {
        loop.onWrong(problem);
        end(problem);
    }

    private void end(String problem) {
        ready.tryFailure(new IOException(problem));
        close();
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
        sendDue(readAt);
        super.channelReadComplete(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        sendDue(System.nanoTime());
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) throws Exception {
        onLost("the server closed a connection");
        super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        onLost("a connection broke: " + cause.getMessage());
    }

    private void onLost(String problem) {
        if (!over) {
            loop.onLost(problem);
            end(problem);
        }
    }

    boolean isOver() {
        return over;
    }

    /** Messages that this connection has sent or should have sent by now. */
    final long owed(long now) {
        return pace == null ? 0 : Math.max(sent, pace.due(answered, now));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Nothing comes after it.
    void close() {
        over = true;
        if (ctx != null) {
            ctx.close();
        }
    }
}
