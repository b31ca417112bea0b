package gameserver.net.codec;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import io.netty.buffer.ByteBuf;

/**
 * Writes packets as frames. Not a channel handler: packets are encoded by the thread that sends
 * them, and what reaches the channel are the bytes of a whole batch.
 */
public final class PacketEncoder {
    private final BodyFormat format;

    public PacketEncoder(BodyFormat format) {
        this.format = format;
    }

    /**
     * Appends one frame to {@code out}: header and body once, in place. When the packet can't be
     * written, {@code out} ends where it did.
     *
     * @throws IllegalStateException when the frame is larger than its size field can say
     */
    public void encode(Packet packet, ByteBuf out) {
        int start = out.writerIndex();
        int end = start;
        try {
            out.writeShortLE(0); // The size, known when the body is there.
            out.writeShortLE(packet.type().id());
            out.writeByte(PacketHeader.NORMAL);
            packet.writeBody(packet.type().format(format).writer(out));
            end = out.writerIndex();
        } finally {
            out.writerIndex(end);
        }
        int size = end - start;
        if (size > PacketHeader.MAX_SIZE) {
            out.writerIndex(start);
            throw new IllegalStateException(packet.type() + " takes " + size + " bytes");
        }
        out.setShortLE(start + PacketHeader.SIZE_OFFSET, size);
    }
}
