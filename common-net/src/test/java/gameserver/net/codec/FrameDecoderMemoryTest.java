package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A claim costs the one who makes it, not the server. */
@ExtendWith(NoLeaks.class)
class FrameDecoderMemoryTest {
    private static final int CONNECTIONS = 10_000;

    /** What a connection may cost that has sent five bytes: some buffer, but no frame. */
    private static final int BYTES_PER_CONNECTION = 128;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

    @Test
    void allocatesByWhatHasArrivedAndNotByTheClaimedSize() {
        List<EmbeddedChannel> channels = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            channels.add(claimTheMaximum());
        }

        long used = allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();

        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
        assertTrue(used <= (long) CONNECTIONS * BYTES_PER_CONNECTION, used + " bytes");
    }

    /** Byte by byte, so that the decoder has to keep the bytes in a buffer of its own making. */
    private EmbeddedChannel claimTheMaximum() {
        EmbeddedChannel channel =
                new EmbeddedChannel(new FrameDecoder(PacketHeader.MAX_SIZE, Hex::of));
        channel.config().setAllocator(allocator);
        for (byte one : Frames.header(PacketHeader.MAX_SIZE, 101)) {
            ByteBuf read = allocator.buffer(1);
            channel.writeInbound(read.writeByte(one));
        }
        return channel;
    }
}
