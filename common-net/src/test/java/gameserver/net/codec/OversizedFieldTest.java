package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;
import gameserver.net.testing.Hex;
import gameserver.net.testing.Messages;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A value that its field can't say is a bug of the sender, and never a wrong byte on the wire. */
class OversizedFieldTest {
    private final PacketEncoder encoder = new PacketEncoder(BodyFormat.BINARY);

    /** A field that fits, and the one that does not. */
    private record Probe(Consumer<BodyWriter> field) implements Packet {
        static final PacketType<Probe> TYPE =
                PacketType.toClient(9001, "PROBE", Probe.class, in -> new Probe(out -> {}));

        @Override
        public void writeBody(BodyWriter out) {
            out.uint64("Before", 1);
            field.accept(out);
        }

        @Override
        public PacketType<Probe> type() {
            return TYPE;
        }
    }

    private static Arguments value(String what, Consumer<BodyWriter> field) {
        return arguments(what, field);
    }

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                value("uint8 256", out -> out.uint8("F", 256)),
                value("uint8 -1", out -> out.uint8("F", -1)),
                value("int16 32768", out -> out.int16("F", 32768)),
                value("int16 -32769", out -> out.int16("F", -32769)),
                value("result 65536", out -> out.result("F", new Result(65536))),
                value("padded 17", out -> out.padded("F", 16, Bytes.of(new byte[17]))),
                value("short text 256", out -> out.shortText("F", "x".repeat(256))),
                value("short text of 86 Hangul, 258", out -> out.shortText("F", "안".repeat(86))),
                value("text 32768", out -> out.text("F", "x".repeat(32768))),
                value("text of 10923 Hangul, 32769", out -> out.text("F", "안".repeat(10923))),
                value(
                        "list 256",
                        out -> out.list("F", Collections.nCopies(256, 0), (body, e) -> {})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void isRefusedByNameAndNothingIsWritten(String what, Consumer<BodyWriter> field) {
        ByteBuf out = Unpooled.buffer().writeBytes(Hex.bytes("aa bb"));

        IllegalStateException refusal =
                assertThrows(
                        IllegalStateException.class, () -> encoder.encode(new Probe(field), out));

        Messages.assertNames(refusal, "F ", what.substring(what.lastIndexOf(' ') + 1));
        assertEquals("aabb", Hex.of(out));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tooMuch")
    void leavesRoomForTheNextPacket(String what, Consumer<BodyWriter> field) {
        ByteBuf out = Unpooled.buffer();
        assertThrows(IllegalStateException.class, () -> encoder.encode(new Probe(field), out));

        encoder.encode(new Probe(body -> body.uint8("F", 255)), out);

        assertEquals(Hex.compact("0e 00 29 23 00 01 00 00 00 00 00 00 00 ff"), Hex.of(out));
    }
}
