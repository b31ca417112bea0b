package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.FrameSizeException;
import gameserver.net.testing.Hex;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.LeakPresenceDetector;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Any bytes in any pieces, against {@link FrameCutter}.
 *
 * <p>The input is a list of pieces: a byte tells the length of the piece that follows it.
 */
final class FrameDecoderFuzzTest {
    private static final int MAX = 600;

    /** What the decoder may keep on top of twice what has arrived. */
    private static final int SPARE_BYTES = 1024;

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false);

    @FuzzTest
    void findsTheFramesThatAreThere(byte[] data) {
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(MAX, Hex::of));
        channel.config().setAllocator(allocator);
        try {
            feed(channel, new Input(data));
        } finally {
            channel.finishAndReleaseAll();
        }
        assertEquals(0, used(), "bytes are not released");
        LeakPresenceDetector.check();
    }

    private void feed(EmbeddedChannel channel, Input input) {
        FrameCutter oracle = new FrameCutter(MAX);
        int raised = 0;
        int arrived = 0;
        while (input.hasMore()) {
            byte[] piece = input.take(input.next());
            arrived += piece.length;
            try {
                channel.writeInbound(allocator.buffer(piece.length).writeBytes(piece));
            } catch (FrameSizeException e) {
                raised++;
            }
            List<String> expected =
                    oracle.cut(piece).stream().map(HexFormat.of()::formatHex).toList();
            assertEquals(expected, take(channel));
            assertEquals(oracle.isBroken() ? 1 : 0, raised);
            assertTrue(used() <= 2L * arrived + SPARE_BYTES, used() + " of " + arrived);
        }
    }

    private static List<String> take(EmbeddedChannel channel) {
        List<String> frames = new ArrayList<>();
        for (String frame = channel.readInbound(); frame != null; frame = channel.readInbound()) {
            frames.add(frame);
        }
        return frames;
    }

    private long used() {
        return allocator.metric().usedHeapMemory() + allocator.metric().usedDirectMemory();
    }
}
