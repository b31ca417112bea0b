package gameserver.baccarat.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.chat.packet.ChatPackets;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.Result;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of docs/protocol.md, written down by hand, and the records that they are. */
final class BaccaratPacketsTest {
    private static final PacketEncoder ENCODER = new PacketEncoder(BodyFormat.BINARY);
    private static final PacketDecoder DECODER =
            new PacketDecoder(BaccaratPackets.CATALOG, BodyFormat.BINARY);

    static Stream<Arguments> packets() {
        return Stream.of(
                arguments("05 00  ef 02  00", new GameStartRequest()),
                arguments("07 00  f0 02  00  01 00", new GameStartResponse(Result.SUCCESS)),
                arguments(
                        "07 00  f0 02  00  ad 00",
                        new GameStartResponse(Result.of(ErrorCode.GAME_START_NOT_HOST))),
                arguments("05 00  f1 02  00", new GameStartNotify()),
                arguments("06 00  f9 02  00  03", new GameBetRequest(3, null)),
                arguments("06 00  f9 02  00  ff", new GameBetRequest(-1, null)),
                arguments(
                        "0e 00  f9 02  00  01  f4 01 00 00 00 00 00 00",
                        new GameBetRequest(1, 500L)),
                arguments(
                        "0e 00  f9 02  00  02  ff ff ff ff ff ff ff ff",
                        new GameBetRequest(2, -1L)),
                arguments("07 00  fa 02  00  01 00", new GameBetResponse(Result.SUCCESS)),
                arguments(
                        "16 00  fb 02  00  02 00 00 00 00 00 00 00  01  f4 01 00 00 00 00 00 00",
                        new GameBetNotify(2, 1, 500)),
                arguments(
                        "0e 00  fc 02  00  19 1d 31  06 17 ff  06 03 01",
                        new GameResultNotify(List.of(25, 29, 49), List.of(6, 23, -1), 6, 3, 1)),
                arguments(
                        "1e 00  fd 02  00  02  64 00 00 00 00 00 00 00"
                                + "  c3 00 00 00 00 00 00 00  9f 3e 0f 00 00 00 00 00",
                        new GamePayoutNotify(2, 100, 195, 999_071)),
                arguments(
                        "0d 00  fe 02  00  40 42 0f 00 00 00 00 00", new BalanceNotify(1_000_000)),
                arguments(
                        "12 00  ff 02  00  02  88 13 00 00  07 00 00 00 00 00 00 00",
                        new GameStateNotify(2, 5000, 7)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packets")
    void isTheseBytesBothWays(String hex, Packet packet) {
        ByteBuf out = Unpooled.buffer();
        ENCODER.encode(packet, out);

        assertEquals(Hex.compact(hex), Hex.of(out));
        assertEquals(packet, DECODER.decode(Hex.buffer(hex)));
    }

    @Test
    void everyTypeIsInTheCatalogueAndHere() {
        Set<PacketType<?>> here =
                packets().map(each -> ((Packet) each.get()[1]).type()).collect(Collectors.toSet());
        Set<PacketType<?>> own = new HashSet<>(BaccaratPackets.CATALOG.types());
        own.removeAll(ChatPackets.CATALOG.types());

        assertEquals(own, here);
        assertEquals(10, own.size());
    }

    private static Received decode(int id, byte[] body) {
        return DECODER.decode(Unpooled.wrappedBuffer(Frames.frame(id, body)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 8, 10, 100})
    void aBetOfAnyOtherLengthIsMalformed(int length) {
        UndecodablePacket bad =
                assertInstanceOf(
                        UndecodablePacket.class,
                        decode(GameBetRequest.TYPE.id(), new byte[length]));

        assertEquals(ErrorCode.BET_MALFORMED, bad.error());
    }

    @Test
    void aStartWithABodyIsMalformed() {
        UndecodablePacket bad =
                assertInstanceOf(
                        UndecodablePacket.class, decode(GameStartRequest.TYPE.id(), new byte[1]));

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, bad.error());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyBytesAreAPacketOrMalformed(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            int id = random.nextInt(751, 768);
            byte[] body = new byte[random.nextInt(32)];
            random.nextBytes(body);
            if (decode(id, body) instanceof Packet packet) {
                ByteBuf out = Unpooled.buffer();
                packet.writeBody(BodyFormat.BINARY.writer(out));
                byte[] written = new byte[out.readableBytes()];
                out.readBytes(written);
                assertArrayEquals(body, written, packet::toString);
            }
        }
    }

    @Test
    void refusalsAreToldByTheResponse() {
        for (ErrorCode error : ErrorCode.values()) {
            assertEquals(
                    new GameStartResponse(Result.of(error)), GameStartRequest.TYPE.refuse(error));
            assertEquals(new GameBetResponse(Result.of(error)), GameBetRequest.TYPE.refuse(error));
        }
    }
}
