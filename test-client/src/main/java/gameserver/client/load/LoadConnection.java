package gameserver.client.load;

import gameserver.net.codec.PacketHeader;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection of the load: sends what its {@link Pace} says, and checks that the replies are
 * what was sent, in the same order. Belongs to its event loop.
 *
 * <p>Replies are read where they lie in the input buffer, and all that one read makes due leaves
 * with one flush.
 */
final class LoadConnection extends ByteToMessageDecoder {
    /** Written at once, so that a burst is not one huge buffer. */
    private static final int MOST_BYTES_A_BUFFER = 32 * 1024;

    private final int index;
    private final LoadLoop loop;
    private final EchoMessage message;

    private @Nullable ChannelHandlerContext ctx;
    private @Nullable Pace pace;
    private long sent;
    private long answered;

    /** The moment at which the bytes arrived that are being read. */
    private long readAt;

    /** Ended by us or by the server; nothing that happens from then on counts. */
    private boolean over;

    /**
     * @param index among all connections of the load
     */
    LoadConnection(int index, LoadLoop loop, EchoMessage message) {
        this.index = index;
        this.loop = loop;
        this.message = message;
    }

    int index() {
        return index;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        this.ctx = ctx;
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
        long count = Math.min(due - sent, Math.max(1, MOST_BYTES_A_BUFFER / message.size()));
        ByteBuf out = ctx.alloc().directBuffer((int) count * message.size());
        for (long last = sent + count; sent < last; sent++) {
            message.append(out, pace.intendedAt(sent, now), sent);
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
        if (over) {
            in.skipBytes(in.readableBytes());
            return;
        }
        while (in.readableBytes() >= PacketHeader.LENGTH) {
            int size = in.getUnsignedShortLE(in.readerIndex() + PacketHeader.SIZE_OFFSET);
            if (size < PacketHeader.LENGTH) {
                fail(in, "what the server sent is no packet");
                return;
            }
            if (in.readableBytes() < size) {
                return;
            }
            String problem = message.problem(in, size, answered);
            if (problem != null) {
                fail(in, problem);
                return;
            }
            answered++;
            loop.onReply(EchoMessage.intendedAt(in), readAt);
            in.skipBytes(size);
        }
    }

    /** After a wrong reply nobody knows which request the next one belongs to. */
    private void fail(ByteBuf in, String problem) {
        in.skipBytes(in.readableBytes());
        loop.onWrong(problem);
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
        if (!over) {
            over = true;
            loop.onLost("the server closed a connection");
        }
        super.channelInactive(ctx);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!over) {
            loop.onLost("a connection broke: " + cause.getMessage());
            close();
        }
    }

    boolean isOver() {
        return over;
    }

    /** Messages that should have been answered by now. */
    long unanswered(long now) {
        return pace == null ? 0 : Math.max(sent, pace.due(answered, now)) - answered;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Nothing comes after it.
    void close() {
        over = true;
        if (ctx != null) {
            ctx.close();
        }
    }
}
