package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.net.testing.Hex;
import gameserver.net.testing.Messages;
import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of field of a binary body: its bytes at the bounds, and bytes that it can't be. */
@ExtendWith(NoLeaks.class)
class BinaryFieldTest {
    private static BodyReader reader(String hex) {
        return BodyFormat.BINARY.reader(Hex.buffer(hex));
    }

    private static String written(Consumer<BodyWriter> field) {
        ByteBuf out = Unpooled.buffer();
        field.accept(BodyFormat.BINARY.writer(out));
        return Hex.of(out);
    }

    /** Gives the compiler the types of the lambdas; {@code kind} is the test's name. */
    private static Arguments field(
            String kind,
            String golden,
            Object value,
            Consumer<BodyWriter> write,
            Function<BodyReader, Object> read) {
        return arguments(kind, golden, value, write, read);
    }

    private static Arguments uint8(String golden, int value) {
        return field("uint8", golden, value, out -> out.uint8("F", value), in -> in.uint8("F"));
    }

    private static Arguments int16(String golden, short value) {
        return field("int16", golden, value, out -> out.int16("F", value), in -> in.int16("F"));
    }

    private static Arguments int32(String golden, int value) {
        return field("int32", golden, value, out -> out.int32("F", value), in -> in.int32("F"));
    }

    private static Arguments uint64(String golden, long value) {
        return field("uint64", golden, value, out -> out.uint64("F", value), in -> in.uint64("F"));
    }

    private static Arguments flag(String golden, boolean value) {
        return field("flag", golden, value, out -> out.flag("F", value), in -> in.flag("F"));
    }

    private static Arguments result(String golden, Result value) {
        return field("result", golden, value, out -> out.result("F", value), in -> in.result("F"));
    }

    private static Arguments padded(String golden, String value) {
        Bytes bytes = Bytes.of(Hex.bytes(value));
        return field(
                "padded", golden, bytes, out -> out.padded("F", 4, bytes), in -> in.padded("F", 4));
    }

    private static Arguments shortText(String golden, String value) {
        return field(
                "shortText",
                golden,
                value,
                out -> out.shortText("F", value),
                in -> in.shortText("F"));
    }

    private static Arguments text(String golden, String value) {
        return field(
                "text",
                golden,
                value,
                out -> out.text("F", value),
                in -> in.text("F", 0, Short.MAX_VALUE, ErrorCode.CHAT_MESSAGE_LENGTH));
    }

    private static Arguments list(String golden, List<Short> values) {
        return field(
                "list",
                golden,
                values,
                out -> out.list("F", values, (body, value) -> body.int16("F", value)),
                in -> in.list("F", body -> body.int16("F")));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                uint8("00", 0),
                uint8("7f", 127),
                uint8("80", 128),
                uint8("ff", 255),
                int16("00 80", Short.MIN_VALUE),
                int16("ff ff", (short) -1),
                int16("34 12", (short) 0x1234),
                int16("ff 7f", Short.MAX_VALUE),
                int32("00 00 00 80", Integer.MIN_VALUE),
                int32("ff ff ff ff", -1),
                int32("78 56 34 12", 0x12345678),
                int32("ff ff ff 7f", Integer.MAX_VALUE),
                uint64("00 00 00 00 00 00 00 00", 0),
                uint64("ef cd ab 89 67 45 23 01", 0x0123456789abcdefL),
                uint64("00 00 00 00 00 00 00 80", Long.MIN_VALUE),
                uint64("ff ff ff ff ff ff ff ff", -1),
                flag("00", false),
                flag("01", true),
                result("01 00", Result.SUCCESS),
                result("36 00", Result.of(ErrorCode.NOT_IN_ROOM)),
                result("00 80", new Result(Short.MIN_VALUE)),
                result("ff 7f", new Result(Short.MAX_VALUE)),
                padded("00 00 00 00", ""),
                padded("61 00 00 00", "61"),
                padded("61 62 63 64", "61 62 63 64"),
                padded("61 00 62 00", "61 00 62"),
                padded("00 00 00 61", "00 00 00 61"),
                padded("ff fe 00 00", "ff fe"),
                shortText("00", ""),
                shortText("03 62 6f 62", "bob"),
                shortText("06 ec 95 88 eb 85 95", "안녕"),
                shortText("ff" + " 78".repeat(255), "x".repeat(255)),
                text("00 00", ""),
                text("05 00 68 65 6c 6c 6f", "hello"),
                text("0b 00 ec 95 88 eb 85 95 20 f0 9f 91 8b", "안녕 👋"),
                text("00 01" + " 78".repeat(256), "x".repeat(256)),
                text("ff 7f" + " 78".repeat(32767), "x".repeat(32767)),
                list("00", List.of()),
                list("02 01 00 fe ff", List.of((short) 1, (short) -2)),
                list(
                        "ff" + " 07 00".repeat(255),
                        Stream.generate(() -> (short) 7).limit(255).toList()));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("fields")
    void isWrittenAsItsGoldenBytes(
            String kind,
            String golden,
            Object value,
            Consumer<BodyWriter> write,
            Function<BodyReader, Object> read) {
        assertEquals(Hex.compact(golden), written(write));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("fields")
    void isReadFromItsGoldenBytesAndNoMore(
            String kind,
            String golden,
            Object value,
            Consumer<BodyWriter> write,
            Function<BodyReader, Object> read) {
        BodyReader in = reader(golden + "7b");

        assertEquals(value, read.apply(in));

        assertEquals(0x7b, in.uint8("what follows"));
        in.requireEnd();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("fields")
    void isMalformedWhenItsLastByteIsMissing(
            String kind,
            String golden,
            Object value,
            Consumer<BodyWriter> write,
            Function<BodyReader, Object> read) {
        String compact = Hex.compact(golden);
        BodyReader in = reader(compact.substring(0, compact.length() - 2));

        MalformedPacketException malformed =
                assertThrows(MalformedPacketException.class, () -> read.apply(in));

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, malformed.error());
        Messages.assertNames(malformed, "F needs");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("fields")
    void isMalformedInAnEmptyBody(
            String kind,
            String golden,
            Object value,
            Consumer<BodyWriter> write,
            Function<BodyReader, Object> read) {
        assertThrows(MalformedPacketException.class, () -> read.apply(reader("")));
    }

    @Test
    void theRestIsEveryByteUpToTheEnd() {
        BodyReader in = reader("01 00 ff 00");

        assertEquals(1, in.uint8("F"));
        assertEquals(Bytes.of(Hex.bytes("00 ff 00")), in.rest("payload"));
        in.requireEnd();
    }

    @Test
    void theRestMayBeNothing() {
        assertEquals(Bytes.of(), reader("").rest("payload"));
        assertEquals("", written(out -> out.rest("payload", Bytes.of())));
    }
}
