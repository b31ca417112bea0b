package gameserver.msgpack;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/** Chat packets as frames with MessagePack bodies, and back. */
final class Wire {
    private static final PacketEncoder ENCODER = new PacketEncoder(MessagePackFormat.MESSAGE_PACK);
    private static final PacketDecoder DECODER =
            new PacketDecoder(ChatPackets.CATALOG, MessagePackFormat.MESSAGE_PACK);

    private Wire() {}

    /** The frame of {@code packet} in hex. */
    static String encode(Packet packet) {
        return Hex.of(frame(packet));
    }

    private static ByteBuf frame(Packet packet) {
        ByteBuf out = Unpooled.buffer();
        ENCODER.encode(packet, out);
        return out;
    }

    static byte[] body(Packet packet) {
        return ByteBufUtil.getBytes(frame(packet).skipBytes(PacketHeader.LENGTH));
    }

    static Received decode(String frame) {
        return DECODER.decode(Hex.buffer(frame));
    }

    static Received decode(PacketType<?> type, byte[] body) {
        return DECODER.decode(Unpooled.wrappedBuffer(Frames.frame(type.id(), body)));
    }

    static UndecodablePacket decodeBad(PacketType<?> type, byte[] body) {
        return assertInstanceOf(UndecodablePacket.class, decode(type, body));
    }
}
