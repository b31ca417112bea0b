package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However a stream is cut, the same frames come out of it. */
@ExtendWith(NoLeaks.class)
class FrameDecoderTest {
    private static final List<byte[]> FRAMES =
            List.of(
                    Frames.echo(),
                    Frames.echo(Hex.bytes("01")),
                    Frames.frame(201, Hex.bytes("07 00")),
                    Frames.echo(new byte[300]),
                    Frames.frame(0xFFFF, Hex.bytes("05 00 65 00 00")),
                    Frames.echo());

    private static final byte[] STREAM = Frames.join(FRAMES);

    private static final List<String> EXPECTED =
            FRAMES.stream().map(HexFormat.of()::formatHex).toList();

    private final FrameDecoderFixture decoder = new FrameDecoderFixture(1024);

    @AfterEach
    void close() {
        decoder.close();
    }

    static IntStream everySplitPoint() {
        return IntStream.rangeClosed(0, STREAM.length);
    }

    @ParameterizedTest(name = "after {0} bytes")
    @MethodSource("everySplitPoint")
    void findsTheSameFramesWhereverTheStreamIsSplit(int split) {
        decoder.read(Arrays.copyOfRange(STREAM, 0, split));
        decoder.read(Arrays.copyOfRange(STREAM, split, STREAM.length));

        assertEquals(EXPECTED, decoder.frames());
    }

    @Test
    void findsTheSameFramesByteByByte() {
        for (byte one : STREAM) {
            decoder.read(one);
        }

        assertEquals(EXPECTED, decoder.frames());
    }

    @Test
    void findsAThousandFramesInOnePiece() {
        byte[] frame = Frames.echo(Hex.bytes("0102"));

        decoder.read(Frames.join(Collections.nCopies(1000, frame)));

        String expected = HexFormat.of().formatHex(frame);
        assertEquals(Collections.nCopies(1000, expected), decoder.frames());
    }

    @Test
    void deliversAFrameWithItsLastByteAndNotBefore() {
        byte[] frame = Frames.echo(Hex.bytes("0102"));
        decoder.read(Arrays.copyOf(frame, frame.length - 1));
        List<String> before = decoder.frames();

        decoder.read(frame[frame.length - 1]);

        assertEquals(List.of(), before);
        assertEquals(List.of("07006500000102"), decoder.frames());
    }

    @Test
    void holdsHalfAHeader() {
        decoder.read(Hex.bytes("05 00 65"));

        assertEquals(List.of(), decoder.frames());
        assertEquals(List.of(), decoder.raised);
    }

    @Test
    void forgetsHalfAFrameWhenTheConnectionEnds() {
        decoder.read(Hex.bytes("0a 00 65 00 00 01"));

        decoder.close();

        assertEquals(List.of(), decoder.frames());
        assertEquals(List.of(), decoder.raised);
    }
}
