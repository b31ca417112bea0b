package gameserver.client.load;

import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Echo;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * The messages of the echo load: an ECHO with the moment from which its latency counts, its number
 * within the connection, and filler. Written and checked in place, without packets as objects,
 * since the load generator takes its time from the server that it measures.
 */
final class EchoMessage {
    static final int LEAST_PAYLOAD = 2 * Long.BYTES;

    private static final int SEQUENCE_OFFSET = PacketHeader.LENGTH + Long.BYTES;
    private static final int FILLER_OFFSET = PacketHeader.LENGTH + LEAST_PAYLOAD;

    private final int size;
    private final ByteBuf filler;

    EchoMessage(int payloadBytes) {
        size = PacketHeader.LENGTH + payloadBytes;
        byte[] bytes = new byte[payloadBytes - LEAST_PAYLOAD];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        filler = Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer(bytes).asReadOnly());
    }

    /** Of a whole frame. */
    int size() {
        return size;
    }

    void append(ByteBuf out, long intendedAt, long sequence) {
        out.writeShortLE(size);
        out.writeShortLE(Echo.TYPE.id());
        out.writeByte(PacketHeader.NORMAL);
        out.writeLongLE(intendedAt);
        out.writeLongLE(sequence);
        out.writeBytes(filler, 0, filler.readableBytes());
    }

    /** The moment that a reply brings back. */
    static long intendedAt(ByteBuf frame) {
        return frame.getLongLE(frame.readerIndex() + PacketHeader.LENGTH);
    }

    /**
     * Why the frame at the reader index is not the reply to {@code sequence}, or null. The moment
     * in it is for the connection to check, which knows when it sent.
     */
    @Nullable String problem(ByteBuf frame, int id, int frameSize, long sequence) {
        if (id != Echo.TYPE.id() || frameSize != size) {
            return "packet %d of %d bytes came instead of the echo".formatted(id, frameSize);
        }
        int start = frame.readerIndex();
        long actual = frame.getLongLE(start + SEQUENCE_OFFSET);
        if (actual != sequence) {
            return "reply %d came instead of %d".formatted(actual, sequence);
        }
        if (!ByteBufUtil.equals(frame, start + FILLER_OFFSET, filler, 0, size - FILLER_OFFSET)) {
            return notWhatWasSent(sequence);
        }
        return null;
    }

    static String notWhatWasSent(long sequence) {
        return "reply " + sequence + " is not what was sent";
    }
}
