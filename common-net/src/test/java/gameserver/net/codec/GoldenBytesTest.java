package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of docs/protocol.md, written down by hand, and the records that they are. */
@ExtendWith(NoLeaks.class)
class GoldenBytesTest {
    private static final PacketEncoder ENCODER = new PacketEncoder(BodyFormat.BINARY);
    private static final PacketDecoder DECODER =
            new PacketDecoder(CommonPackets.CATALOG, BodyFormat.BINARY);

    static Stream<Arguments> packets() {
        return Stream.of(
                arguments("05 00  65 00  00", new Echo(Bytes.of())),
                arguments(
                        "0a 00  65 00  00  68 65 6c 6c 6f",
                        new Echo(Bytes.of(Hex.bytes("68 65 6c 6c 6f")))),
                arguments("07 00  c9 00  00  07 00", new PingRequest((short) 7)),
                arguments("07 00  c9 00  00  34 12", new PingRequest((short) 0x1234)),
                arguments("07 00  c9 00  00  fe ff", new PingRequest((short) -2)),
                arguments("05 00  c9 00  00", new PingRequest(null)),
                arguments("07 00  ca 00  00  34 12", new PingResponse((short) 0x1234)),
                arguments("05 00  ca 00  00", new PingResponse(null)),
                arguments("07 00  cb 00  00  35 00", ErrorNotify.of(ErrorCode.UNKNOWN_PACKET_ID)),
                arguments("07 00  cb 00  00  ff 7f", new ErrorNotify(Short.MAX_VALUE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void encodesToTheGoldenBytes(String golden, Packet packet) {
        ByteBuf out = Unpooled.buffer();

        ENCODER.encode(packet, out);

        assertEquals(Hex.compact(golden), Hex.of(out));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void decodesTheGoldenBytes(String golden, Packet packet) {
        assertEquals(packet, DECODER.decode(Hex.buffer(golden)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void appendsToWhatIsAlreadyThere(String golden, Packet packet) {
        ByteBuf out = Unpooled.buffer().writeBytes(Hex.bytes("aa bb"));

        ENCODER.encode(packet, out);

        assertEquals("aabb" + Hex.compact(golden), Hex.of(out));
    }
}
