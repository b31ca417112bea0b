package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.sun.management.ThreadMXBean;
import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.chat.packet.ChatPackets;
import gameserver.msgpack.MessagePackFormat;
import gameserver.net.client.Dialect;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import java.util.Set;

/**
 * Any bytes as the body of any packet: a packet comes out, or what its sender is told.
 *
 * <p>The first byte of the input says which packet, the rest is its body.
 */
final class PacketBodyFuzzTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** What decoding may allocate: so much, and so much more for each byte that is there. */
    private static final long FIXED_BYTES = 64 * 1024;

    private static final long BYTES_PER_BYTE = 512;

    private static final Set<ErrorCode> FAILURES =
            Set.of(
                    ErrorCode.PACKET_DECODING_FAIL,
                    ErrorCode.RELAY_EMPTY,
                    ErrorCode.CHAT_MESSAGE_LENGTH,
                    ErrorCode.WHISPER_MESSAGE_LENGTH,
                    ErrorCode.BET_MALFORMED);

    private static final Dialect BINARY = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
    private static final Dialect MESSAGE_PACK =
            new Dialect(ChatPackets.CATALOG, MessagePackFormat.MESSAGE_PACK);

    /** There is one way to say a thing, so what is read is written as the same bytes. */
    @FuzzTest
    void binary(byte[] data) {
        Input input = new Input(data);
        PacketType<?> type = input.choose(BINARY.catalog().types());
        byte[] frame = Frames.frame(type.id(), input.rest());

        if (isPacket(decode(BINARY, frame), type) instanceof Packet packet) {
            assertArrayEquals(frame, encode(BINARY, packet), packet::toString);
        }
    }

    /** There are many ways to say a thing, so what is read is written, and read as the same. */
    @FuzzTest
    void messagePack(byte[] data) {
        Input input = new Input(data);
        PacketType<?> type = input.choose(MESSAGE_PACK.catalog().types());
        byte[] frame = Frames.frame(type.id(), input.rest());

        if (isPacket(decode(MESSAGE_PACK, frame), type) instanceof Packet packet) {
            assertEquals(packet, decode(MESSAGE_PACK, encode(MESSAGE_PACK, packet)));
        }
    }

    /** Decodes, and looks at what that has allocated. */
    private static Received decode(Dialect dialect, byte[] frame) {
        PacketDecoder decoder = new PacketDecoder(dialect.catalog(), dialect.format());
        long most = FIXED_BYTES + BYTES_PER_BYTE * frame.length;
        if (allocatedBy(decoder, frame) > most) { // The first time classes are loaded, too.
            long allocated = allocatedBy(decoder, frame);
            assertTrue(allocated <= most, allocated + " bytes for a frame of " + frame.length);
        }
        return decoder.decode(Unpooled.wrappedBuffer(frame));
    }

    private static long allocatedBy(PacketDecoder decoder, byte[] frame) {
        ByteBuf buffer = Unpooled.wrappedBuffer(frame);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        decoder.decode(buffer);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static byte[] encode(Dialect dialect, Packet packet) {
        ByteBuf out = Unpooled.buffer();
        new PacketEncoder(dialect.format()).encode(packet, out);
        return ByteBufUtil.getBytes(out);
    }

    private static Received isPacket(Received received, PacketType<?> type) {
        if (received instanceof UndecodablePacket bad) {
            assertTrue(FAILURES.contains(bad.error()), bad::toString);
            assertEquals(type, bad.type());
        } else {
            assertEquals(type, ((Packet) received).type());
        }
        return received;
    }
}
