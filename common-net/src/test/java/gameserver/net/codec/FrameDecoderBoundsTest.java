package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes from 5 to the maximum are frames; any other ends the stream. */
@ExtendWith(NoLeaks.class)
class FrameDecoderBoundsTest {
    private static final int MAX = 1024;

    private final FrameDecoderFixture decoder = new FrameDecoderFixture(MAX);

    @AfterEach
    void close() {
        decoder.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, MAX - 1, MAX})
    void acceptsEverySizeInBounds(int size) {
        byte[] frame = Frames.echo(new byte[size - 5]);

        decoder.read(frame);

        assertEquals(List.of(HexFormat.of().formatHex(frame)), decoder.frames());
        assertEquals(List.of(), decoder.raised);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 65536})
    void refusesAMaximumThatNoHeaderCanSay(int maxSize) {
        assertThrows(IllegalArgumentException.class, () -> new FrameDecoder(maxSize, Hex::of));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 65535})
    void acceptsEveryMaximumThatAHeaderCanSay(int maxSize) {
        try (FrameDecoderFixture other = new FrameDecoderFixture(maxSize)) {
            byte[] frame = Frames.echo(new byte[maxSize - 5]);

            other.read(frame);

            assertEquals(List.of(HexFormat.of().formatHex(frame)), other.frames());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, MAX + 1, 65535})
    void raisesOneExceptionForAnyOtherSize(int size) {
        decoder.read(Frames.header(size, 101));

        assertEquals(1, decoder.raised.size());
        assertInstanceOf(FrameSizeException.class, decoder.raised.get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, MAX + 1, 65535})
    void deliversTheFramesBeforeABadSizeInTheSamePiece(int size) {
        byte[] good = Frames.echo(Hex.bytes("01"));

        decoder.read(Frames.join(good, good, Frames.header(size, 101)));

        assertEquals(List.of("060065000001", "060065000001"), decoder.frames());
        assertEquals(1, decoder.raised.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, MAX + 1, 65535})
    void deliversNothingAfterABadSizeInTheSamePiece(int size) {
        byte[] good = Frames.echo();

        decoder.read(Frames.join(Frames.header(size, 101), good, good));

        assertEquals(List.of(), decoder.frames());
        assertEquals(1, decoder.raised.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, MAX + 1, 65535})
    void deliversNothingOfPiecesAfterABadSizeAndRaisesNothingMore(int size) {
        decoder.read(Frames.header(size, 101));

        decoder.read(Frames.echo());
        decoder.read(Frames.header(size, 101));
        decoder.close();

        assertEquals(List.of(), decoder.frames());
        assertEquals(1, decoder.raised.size());
    }

    @Test
    void raisesOneExceptionWhenABadHeaderComesByteByByte() {
        for (byte one : Frames.join(Frames.header(MAX + 1, 101), new byte[50])) {
            decoder.read(one);
        }

        assertEquals(1, decoder.raised.size());
    }

    @Test
    void namesTheSizeAndTheBounds() {
        decoder.read(Frames.header(MAX + 1, 101));

        assertEquals("frame size 1025 is not in 5..1024", decoder.raised.get(0).getMessage());
    }

    @Test
    void fillsInNoStackTraceForAHostilePeer() {
        decoder.read(Frames.header(0, 101));

        assertEquals(0, decoder.raised.get(0).getStackTrace().length);
    }
}
