package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.testing.Hex;
import gameserver.net.testing.Messages;
import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A packet that can't be written leaves no trace in the buffer that others share with it. */
@ExtendWith(NoLeaks.class)
class PacketEncoderTest {
    private final PacketEncoder encoder = new PacketEncoder(BodyFormat.BINARY);
    private final ByteBuf out = PooledByteBufAllocator.DEFAULT.directBuffer();

    @AfterEach
    void release() {
        out.release();
    }

    /** Gives up in the middle of its body. */
    private record Broken() implements Packet {
        @Override
        public void writeBody(BodyWriter body) {
            body.int16("Number", 1);
            throw new IllegalStateException("broken");
        }

        @Override
        public PacketType<Broken> type() {
            return PacketType.toClient(9001, "BROKEN", Broken.class, in -> new Broken());
        }
    }

    private static Echo echoOfSize(int frameSize) {
        return new Echo(Bytes.of(new byte[frameSize - PacketHeader.LENGTH]));
    }

    @Test
    void leavesTheBufferAsItWasWhenABodyThrows() {
        out.writeBytes(Hex.bytes("aa bb"));

        assertThrows(IllegalStateException.class, () -> encoder.encode(new Broken(), out));

        assertEquals("aabb", Hex.of(out));
    }

    @Test
    void writesTheNextPacketAfterOneThatFailed() {
        assertThrows(IllegalStateException.class, () -> encoder.encode(new Broken(), out));

        encoder.encode(new Echo(Bytes.of()), out);

        assertEquals("0500650000", Hex.of(out));
    }

    @Test
    void writesTheLargestFrameThatAHeaderCanSay() {
        encoder.encode(echoOfSize(65535), out);

        assertEquals(65535, out.readableBytes());
        assertEquals(65535, out.getUnsignedShortLE(0));
    }

    @Test
    void refusesAFrameThatIsLargerThanAHeaderCanSay() {
        out.writeBytes(Hex.bytes("aa bb"));

        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class, () -> encoder.encode(echoOfSize(65536), out));

        Messages.assertNames(refusal, "ECHO", "65536");
        assertEquals("aabb", Hex.of(out));
    }
}
