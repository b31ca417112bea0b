package gameserver.net.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.BodyReader;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.MalformedPacketException;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a frame no packet, and with which code its sender is told. */
@ExtendWith(NoLeaks.class)
class PacketDecoderTest {
    private final PacketDecoder decoder =
            new PacketDecoder(CommonPackets.CATALOG, BodyFormat.BINARY);

    private UndecodablePacket decodeBad(String hex) {
        return assertInstanceOf(UndecodablePacket.class, decoder.decode(Hex.buffer(hex)));
    }

    @ParameterizedTest(name = "type bits {0}")
    @ValueSource(strings = {"01", "02", "03", "04", "80", "ff"})
    void anyTypeBitIsUnsupported(String bits) {
        UndecodablePacket bad = decodeBad("05 00 65 00 " + bits);

        assertEquals(ErrorCode.UNSUPPORTED_PACKET_TYPE, bad.error());
        assertEquals(101, bad.id());
    }

    @Test
    void aTypeBitIsUnsupportedWhateverTheId() {
        UndecodablePacket bad = decodeBad("05 00 0f 27 01");

        assertEquals(ErrorCode.UNSUPPORTED_PACKET_TYPE, bad.error());
        assertEquals(9999, bad.id());
    }

    @ParameterizedTest(name = "id {0}")
    @ValueSource(strings = {"00 00", "64 00", "66 00", "c8 00", "cc 00", "0f 27", "ff ff"})
    void anIdOutsideTheCatalogueIsUnknown(String id) {
        UndecodablePacket bad = decodeBad("05 00 " + id + " 00");

        assertEquals(ErrorCode.UNKNOWN_PACKET_ID, bad.error());
        assertEquals(Hex.buffer(id).getUnsignedShortLE(0), bad.id());
    }

    @Test
    void anIdOfTheOtherDirectionIsUnknown() {
        PacketDecoder ofServer =
                new PacketDecoder(CommonPackets.CATALOG.toServer(), BodyFormat.BINARY);

        UndecodablePacket bad =
                assertInstanceOf(
                        UndecodablePacket.class,
                        ofServer.decode(Hex.buffer("07 00 ca 00 00 01 00")));

        assertEquals(ErrorCode.UNKNOWN_PACKET_ID, bad.error());
    }

    static Stream<Arguments> bodiesOfAWrongLength() {
        return Stream.of(
                Arguments.of(PingRequest.TYPE, "06 00 c9 00 00 01"),
                Arguments.of(PingRequest.TYPE, "08 00 c9 00 00 01 02 03"),
                Arguments.of(PingResponse.TYPE, "06 00 ca 00 00 01"),
                Arguments.of(PingResponse.TYPE, "08 00 ca 00 00 01 02 03"),
                Arguments.of(ErrorNotify.TYPE, "05 00 cb 00 00"),
                Arguments.of(ErrorNotify.TYPE, "06 00 cb 00 00 01"),
                Arguments.of(ErrorNotify.TYPE, "08 00 cb 00 00 01 02 03"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("bodiesOfAWrongLength")
    void aBodyThatIsTooShortOrTooLongIsMalformed(PacketType<?> type, String hex) {
        UndecodablePacket bad = decodeBad(hex);

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, bad.error());
        assertEquals(type, bad.type());
        assertEquals(type.id(), bad.id());
    }

    @Test
    void theReasonSaysWhichFieldIsMissing() {
        String reason = decodeBad("06 00 c9 00 00 01").reason();

        assertTrue(reason.contains("PING_REQ"), reason);
        assertTrue(reason.contains("Number"), reason);
    }

    @Test
    void theCodeOfABrokenRuleIsWhatTheSenderIsTold() {
        PacketType<PingRequest> strict =
                PacketType.toServer(9001, "STRICT", PingRequest.class, PacketDecoderTest::refuse);
        PacketDecoder ofStrict = new PacketDecoder(PacketCatalog.of(strict), BodyFormat.BINARY);

        UndecodablePacket bad =
                assertInstanceOf(
                        UndecodablePacket.class, ofStrict.decode(Hex.buffer("05 00 29 23 00")));

        assertEquals(ErrorCode.WHISPER_MESSAGE_LENGTH, bad.error());
        assertEquals(strict, bad.type());
        assertEquals("STRICT(9001): thrown by a test", bad.reason());
    }

    private static PingRequest refuse(BodyReader in) {
        throw new MalformedPacketException(ErrorCode.WHISPER_MESSAGE_LENGTH, "thrown by a test");
    }
}
