package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.Hex;
import gameserver.net.testing.Messages;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are there and are not what their field may be, and what their sender is told. */
class BinaryBadFieldTest {
    private static MalformedPacketException malformed(String hex, Consumer<BodyReader> field) {
        BodyReader in = BodyFormat.BINARY.reader(Hex.buffer(hex));
        return assertThrows(MalformedPacketException.class, () -> field.accept(in));
    }

    private static String chatLine(BodyReader in) {
        return in.text("Msg", 1, 126, ErrorCode.CHAT_MESSAGE_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "80", "ff"})
    void aFlagIsZeroOrOne(String hex) {
        MalformedPacketException malformed = malformed(hex, in -> in.flag("Accept"));

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, malformed.error());
        Messages.assertNames(malformed, "Accept", String.valueOf(Hex.bytes(hex)[0] & 0xFF));
    }

    @Test
    void aListMayNotCountMoreElementsThanThereAre() {
        MalformedPacketException malformed =
                malformed("03 01 00 02 00", in -> in.list("Count", body -> body.int16("Element")));

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, malformed.error());
        Messages.assertNames(malformed, "Element");
    }

    @Test
    void aListThatCountsFewerElementsLeavesTheOthers() {
        malformed(
                "01 01 00 02 00",
                in -> {
                    in.list("Count", body -> body.int16("Element"));
                    in.requireEnd();
                });
    }

    @ParameterizedTest(name = "length {0}")
    @CsvSource({
        "00 00, 0",
        "7f 00, 127",
        "00 01, 256",
        "ff 7f, 32767",
        "ff ff, -1",
        "00 80, -32768"
    })
    void aTextOfAWrongLengthIsToldByTheCodeOfThatField(String hex, String length) {
        MalformedPacketException malformed = malformed(hex, BinaryBadFieldTest::chatLine);

        assertEquals(ErrorCode.CHAT_MESSAGE_LENGTH, malformed.error());
        Messages.assertNames(malformed, "Msg", length, "1..126");
    }

    @ParameterizedTest(name = "length {0}")
    @ValueSource(ints = {1, 126})
    void aTextMayBeAsShortAndAsLongAsItsFieldSays(int length) {
        String hex = "%02x00".formatted(length) + "78".repeat(length);

        assertEquals("x".repeat(length), chatLine(BodyFormat.BINARY.reader(Hex.buffer(hex))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a lone continuation byte, 01 80",
        "a byte that UTF-8 never has, 01 ff",
        "an overlong NUL, 02 c0 80",
        "an overlong slash of three bytes, 03 e0 80 af",
        "a high surrogate, 03 ed a0 80",
        "a low surrogate, 03 ed bf bf",
        "a pair of surrogates, 06 ed a0 bd ed b1 8b",
        "over U+10FFFF, 04 f4 90 80 80",
        "an emoji without its last byte, 03 f0 9f 91",
        "an emoji cut by its length, 03 f0 9f 91 8b",
        "Hangul without its last byte, 03 61 ec 95",
        "U+FFFD beside a broken byte, 04 ef bf bd ff"
    })
    void aTextIsUtf8(String what, String hex) {
        String afterLength = hex.substring(2);

        MalformedPacketException asShort = malformed(hex, in -> in.shortText("UserID"));
        MalformedPacketException asLong =
                malformed(hex.substring(0, 2) + "00" + afterLength, BinaryBadFieldTest::chatLine);

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, asShort.error());
        assertEquals(ErrorCode.PACKET_DECODING_FAIL, asLong.error());
        Messages.assertNames(asShort, "UserID", "UTF-8");
        Messages.assertNames(asLong, "Msg", "UTF-8");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "U+FFFD that somebody has written, 03 ef bf bd, \uFFFD",
        "U+FFFD among others, 05 61 ef bf bd 62, a\uFFFDb",
        "the greatest code point, 04 f4 8f bf bf, \uDBFF\uDFFF",
        "the last before the surrogates, 03 ed 9f bf, \uD7FF",
        "an emoji of several code points, 07 f0 9f 91 8b e2 80 8d, 👋\u200D"
    })
    void aTextMayHaveEveryCharacter(String what, String hex, String text) {
        assertEquals(text, BodyFormat.BINARY.reader(Hex.buffer(hex)).shortText("UserID"));
    }

    @Test
    void aTextKeepsItsControlCharacters() {
        assertEquals(
                "a\0b\n",
                BodyFormat.BINARY.reader(Hex.buffer("04 61 00 62 0a")).shortText("UserID"));
    }
}
