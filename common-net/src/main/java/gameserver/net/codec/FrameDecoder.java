package gameserver.net.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the byte stream into frames, each a {@link ByteBuf} with header and body (see {@link
 * PacketHeader}). Keeps no more than the bytes that have arrived, whatever size they claim.
 *
 * <p>A size that is out of bounds can't be resynchronised: it raises {@link FrameSizeException},
 * once, and all further bytes of the connection are dropped.
 *
 * <p>Why not Netty's {@code LengthFieldBasedFrameDecoder}: it lets the sizes 2 to 4 through and
 * goes on after an error. It serves as the oracle in this class's test instead.
 */
public final class FrameDecoder extends ByteToMessageDecoder {
    private final int maxSize;
    private boolean corrupted;

    /**
     * @param maxSize of a whole frame, in bytes
     */
    public FrameDecoder(int maxSize) {
        if (maxSize < PacketHeader.LENGTH || maxSize > PacketHeader.MAX_SIZE) {
            throw new IllegalArgumentException("maxSize " + maxSize + " is not in 5..65535");
        }
        this.maxSize = maxSize;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (corrupted) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < PacketHeader.LENGTH) {
            return;
        }
        int size = in.getUnsignedShortLE(in.readerIndex() + PacketHeader.SIZE_OFFSET);
        if (size < PacketHeader.LENGTH || size > maxSize) {
            corrupted = true;
            in.skipBytes(in.readableBytes());
            throw new FrameSizeException(size, maxSize);
        }
        if (in.readableBytes() >= size) {
            out.add(in.readRetainedSlice(size));
        }
    }
}
