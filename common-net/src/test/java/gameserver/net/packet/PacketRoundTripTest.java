package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back. A new packet needs a sample here. */
class PacketRoundTripTest {
    private static final List<Packet> SAMPLES =
            List.of(
                    new Echo(Bytes.of()),
                    new Echo(Bytes.of((byte) 0, (byte) 1, (byte) 255)),
                    new PingRequest(null),
                    new PingRequest(Short.MIN_VALUE),
                    new PingResponse(null),
                    new PingResponse(Short.MAX_VALUE),
                    new ErrorNotify((short) 0),
                    ErrorNotify.of(ErrorCode.SERVER_FULL));

    static Stream<Packet> samples() {
        return SAMPLES.stream();
    }

    @Test
    void everyTypeOfTheCatalogueHasASample() {
        Set<PacketType<?>> sampled =
                samples().<PacketType<?>>map(Packet::type).collect(Collectors.toSet());

        assertEquals(Set.copyOf(CommonPackets.CATALOG.types()), sampled);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isReadBackAsItWasWritten(Packet packet) {
        ByteBuf body = Unpooled.buffer();

        packet.writeBody(BodyFormat.BINARY.writer(body));
        Packet readBack = packet.type().read(BodyFormat.BINARY.reader(body));

        assertEquals(packet, readBack);
        assertFalse(body.isReadable());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysTheClassOfItsType(Packet packet) {
        assertEquals(packet.getClass(), packet.type().packetClass());
    }

    @Test
    void aByteAfterTheEndIsMalformed() {
        ByteBuf body = Unpooled.buffer().writeZero(3);

        assertThrows(
                MalformedPacketException.class,
                () -> ErrorNotify.TYPE.read(BodyFormat.BINARY.reader(body)));
    }

    @Test
    void aMalformedBodyFillsInNoStackTrace() {
        MalformedPacketException malformed =
                assertThrows(
                        MalformedPacketException.class,
                        () -> ErrorNotify.TYPE.read(BodyFormat.BINARY.reader(Unpooled.buffer())));

        assertEquals(0, malformed.getStackTrace().length);
    }
}
