package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Received;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random streams in random pieces. The name of a test says its seed. */
@ExtendWith(NoLeaks.class)
class FrameDecoderOracleTest {
    private static final int MAX = 1024;

    static LongStream seeds() {
        return LongStream.range(0, 600);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void findsWhatTheDecoderOfNettyFinds(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        List<byte[]> pieces = cut(random, validStream(random));

        assertEquals(byOracle(pieces), byFrameDecoder(pieces));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomBytesCauseOnlyFrameSizeExceptionsAndReceived(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        byte[] stream = new byte[random.nextInt(1, 5000)];
        random.nextBytes(stream);
        calm(random, stream);

        assertOnlyFrameSizeExceptionsAndReceived(cut(random, stream));
    }

    /** Makes most sizes small, so that more than the first frame is looked at. */
    private static void calm(RandomGenerator random, byte[] stream) {
        for (int at = 0; at + 4 < stream.length; ) {
            int size = random.nextInt(200) == 0 ? random.nextInt(5) : random.nextInt(5, 40);
            stream[at] = (byte) size;
            stream[at + 1] = 0;
            stream[at + 2] = (byte) random.nextInt(100, 105);
            stream[at + 3] = (byte) random.nextInt(2);
            at += Math.max(5, size);
        }
    }

    private static void assertOnlyFrameSizeExceptionsAndReceived(List<byte[]> pieces) {
        PacketDecoder packets =
                new PacketDecoder(CommonPackets.CATALOG.toServer(), BodyFormat.BINARY);
        EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(MAX, packets::decode));
        int raised = 0;
        for (byte[] piece : pieces) {
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(piece));
            } catch (FrameSizeException e) {
                raised++;
            }
        }
        channel.finish();

        assertEquals(raised, Math.min(raised, 1));
        channel.inboundMessages().forEach(each -> assertInstanceOf(Received.class, each));
    }

    private static byte[] validStream(RandomGenerator random) {
        List<byte[]> frames = new ArrayList<>();
        int count = random.nextInt(1, 12);
        for (int i = 0; i < count; i++) {
            int size = random.nextBoolean() ? random.nextInt(5, 20) : random.nextInt(5, MAX + 1);
            frames.add(Frames.random(random, size));
        }
        byte[] whole = Frames.join(frames);
        // Some streams end within a frame.
        return Arrays.copyOf(whole, whole.length - random.nextInt(0, 5));
    }

    private static List<byte[]> cut(RandomGenerator random, byte[] stream) {
        int largest = random.nextInt(1, 600);
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < stream.length; ) {
            int end = Math.min(stream.length, at + random.nextInt(1, largest + 1));
            pieces.add(Arrays.copyOfRange(stream, at, end));
            at = end;
        }
        return pieces;
    }

    private static List<String> byFrameDecoder(List<byte[]> pieces) {
        try (FrameDecoderFixture decoder = new FrameDecoderFixture(MAX)) {
            pieces.forEach(decoder::read);
            return decoder.frames();
        }
    }

    private static List<String> byOracle(List<byte[]> pieces) {
        EmbeddedChannel channel =
                new EmbeddedChannel(
                        new LengthFieldBasedFrameDecoder(
                                ByteOrder.LITTLE_ENDIAN, MAX, 0, 2, -2, 0, true));
        pieces.forEach(piece -> channel.writeInbound(Unpooled.wrappedBuffer(piece)));
        List<String> frames =
                channel.inboundMessages().stream().map(each -> Hex.of((ByteBuf) each)).toList();
        channel.finishAndReleaseAll();
        return frames;
    }
}
