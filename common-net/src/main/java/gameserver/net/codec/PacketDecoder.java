package gameserver.net.codec;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.MalformedPacketException;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import io.netty.buffer.ByteBuf;

/**
 * Turns a frame into a {@link Received}: a packet, or the error that its sender has earned.
 * Stateless, so one instance serves all connections.
 */
public final class PacketDecoder {
    private final PacketCatalog catalog;
    private final BodyFormat format;

    /**
     * A decoder for one side of the wire.
     *
     * @param catalog what this side may receive; any other id is unknown
     */
    public PacketDecoder(PacketCatalog catalog, BodyFormat format) {
        this.catalog = catalog;
        this.format = format;
    }

    /** Reads the readable bytes of {@code frame}, which are one frame with its header. */
    public Received decode(ByteBuf frame) {
        int start = frame.readerIndex();
        int id = frame.getUnsignedShortLE(start + PacketHeader.ID_OFFSET);
        int typeBits = frame.getUnsignedByte(start + PacketHeader.TYPE_OFFSET);
        if (typeBits != PacketHeader.NORMAL) {
            return new UndecodablePacket(
                    id, null, ErrorCode.UNSUPPORTED_PACKET_TYPE, "packet type " + typeBits);
        }
        PacketType<?> type = catalog.find(id);
        if (type == null) {
            return new UndecodablePacket(id, null, ErrorCode.UNKNOWN_PACKET_ID, "unknown id " + id);
        }
        frame.readerIndex(start + PacketHeader.LENGTH);
        try {
            return type.read(type.format(format).reader(frame));
        } catch (MalformedPacketException e) {
            return new UndecodablePacket(id, type, e.error(), type + ": " + e.getMessage());
        }
    }
}
