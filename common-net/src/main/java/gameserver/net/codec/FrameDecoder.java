package gameserver.net.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Function;

/**
 * Cuts the byte stream into frames (see {@link PacketHeader}) and passes on what they are read as.
 * Keeps no more than the bytes that have arrived, whatever size they claim.
 *
 * <p>A size that is out of bounds can't be resynchronised: it raises {@link FrameSizeException},
 * once, and all further bytes of the connection are dropped.
 *
 * <p>Why not Netty's {@code LengthFieldBasedFrameDecoder}: it lets the sizes 2 to 4 through and
 * goes on after an error. It serves as the oracle in this class's test instead.
 */
public final class FrameDecoder extends ByteToMessageDecoder {
    private final int maxSize;
    private final Function<ByteBuf, ?> reader;
    private boolean corrupted;

    /**
     * A decoder for one connection.
     *
     * @param maxSize of a whole frame, in bytes
     * @param reader makes a message of a frame. It is lent a buffer whose readable bytes are that
     *     frame, header included, for as long as the call lasts
     */
    public FrameDecoder(int maxSize, Function<ByteBuf, ?> reader) {
        if (maxSize < PacketHeader.LENGTH || maxSize > PacketHeader.MAX_SIZE) {
            throw new IllegalArgumentException("maxSize " + maxSize + " is not in 5..65535");
        }
        this.maxSize = maxSize;
        this.reader = reader;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (corrupted) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < Short.BYTES) {
            return;
        }
        int size = in.getUnsignedShortLE(in.readerIndex() + PacketHeader.SIZE_OFFSET);
        if (size < PacketHeader.LENGTH || size > maxSize) {
            corrupted = true;
            in.skipBytes(in.readableBytes());
            throw new FrameSizeException(size, maxSize);
        }
        if (in.readableBytes() >= size) {
            out.add(read(in, size));
        }
    }

    /** Shows the reader one frame of {@code in}: a view by its indices, neither copy nor slice. */
    private Object read(ByteBuf in, int size) {
        int end = in.writerIndex();
        int frameEnd = in.readerIndex() + size;
        in.writerIndex(frameEnd);
        try {
            return reader.apply(in);
        } finally {
            in.setIndex(frameEnd, end);
        }
    }
}
