package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a body is, it is a packet or an error that its sender is told. A packet is written as
 * the bytes that it was read from: there is one way to say a thing. The name of a random test says
 * its seed.
 */
class ChatRandomBodyTest {
    private static final List<Packet> SAMPLES = ChatSamples.all().toList();

    private static final Set<ErrorCode> DECODING_FAILURES =
            Set.of(
                    ErrorCode.PACKET_DECODING_FAIL,
                    ErrorCode.RELAY_EMPTY,
                    ErrorCode.CHAT_MESSAGE_LENGTH,
                    ErrorCode.WHISPER_MESSAGE_LENGTH);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static void assertPacketOrFailure(PacketType<?> type, byte[] body) {
        Received received = ChatWire.decode(type.id(), body);

        if (received instanceof UndecodablePacket bad) {
            assertTrue(DECODING_FAILURES.contains(bad.error()), bad::toString);
            assertEquals(type, bad.type());
        } else {
            assertArrayEquals(body, ChatWire.body((Packet) received), received::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("gameserver.chat.packet.ChatSamples#all")
    void aSampleIsCutAtEveryByte(Packet packet) {
        byte[] body = ChatWire.body(packet);

        for (int length = 0; length < body.length; length++) {
            assertPacketOrFailure(packet.type(), Arrays.copyOf(body, length));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomBytes(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (PacketType<?> type : ChatPackets.CATALOG.types()) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);

            assertPacketOrFailure(type, body);
        }
    }

    /** Comes further than random bytes, which mostly fail at their first length. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSampleWithAFewBytesChanged(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (Packet packet : SAMPLES) {
            byte[] body = ChatWire.body(packet);
            for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            int length = Math.max(0, body.length + random.nextInt(-2, 3));

            assertPacketOrFailure(packet.type(), Arrays.copyOf(body, length));
        }
    }

    /** The body of one packet under the id of another. */
    @ParameterizedTest
    @MethodSource("gameserver.chat.packet.ChatSamples#all")
    void theBodyOfAnotherPacket(Packet packet) {
        byte[] body = ChatWire.body(packet);

        for (PacketType<?> type : ChatPackets.CATALOG.types()) {
            assertPacketOrFailure(type, body);
        }
    }
}
