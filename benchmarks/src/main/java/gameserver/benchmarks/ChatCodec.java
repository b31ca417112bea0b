package gameserver.benchmarks;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.Received;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Frames to packets of a chat and back, in each format of bodies. */
public class ChatCodec extends Measured {
    @Param private Format format = Format.BINARY;
    @Param private ChatSample sample = ChatSample.CHAT_REQ;

    private final ByteBuf frame = ByteBufAllocator.DEFAULT.directBuffer();
    private final ByteBuf out = ByteBufAllocator.DEFAULT.directBuffer();
    private PacketEncoder encoder = new PacketEncoder(format.body);
    private PacketDecoder decoder = new PacketDecoder(ChatPackets.CATALOG, format.body);

    @Setup
    public void encodeOnce() {
        encoder = new PacketEncoder(format.body);
        decoder = new PacketDecoder(ChatPackets.CATALOG, format.body);
        encoder.encode(sample.packet, frame);
        if (!sample.packet.getClass().isInstance(decode())) {
            throw new IllegalStateException(sample + " is not read back");
        }
    }

    @TearDown
    public void release() {
        frame.release();
        out.release();
    }

    /** A packet into a buffer that has room for it. */
    @Benchmark
    public ByteBuf encode() {
        encoder.encode(sample.packet, out.clear());
        return out;
    }

    /** A whole frame into a packet. */
    @Benchmark
    public Received decode() {
        return decoder.decode(frame.readerIndex(0));
    }
}
