package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** Chat packets as binary frames and back. */
final class ChatWire {
    private static final PacketEncoder ENCODER = new PacketEncoder(BodyFormat.BINARY);
    private static final PacketDecoder DECODER =
            new PacketDecoder(ChatPackets.CATALOG, BodyFormat.BINARY);

    private ChatWire() {}

    /** The frame of {@code packet} in hex. */
    static String encode(Packet packet) {
        ByteBuf out = Unpooled.buffer();
        ENCODER.encode(packet, out);
        return Hex.of(out);
    }

    /** The body of {@code packet}, without a header. */
    static byte[] body(Packet packet) {
        ByteBuf out = Unpooled.buffer();
        packet.writeBody(BodyFormat.BINARY.writer(out));
        byte[] body = new byte[out.readableBytes()];
        out.readBytes(body);
        return body;
    }

    static Received decode(String frame) {
        return DECODER.decode(Hex.buffer(frame));
    }

    static Received decode(int id, byte[] body) {
        return DECODER.decode(Unpooled.wrappedBuffer(Frames.frame(id, body)));
    }

    static UndecodablePacket decodeBad(int id, byte[] body) {
        return assertInstanceOf(UndecodablePacket.class, decode(id, body));
    }
}
