package gameserver.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.ChatSamples;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
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
 * Whatever a body is, it is a packet or an error that its sender is told, and nothing else happens.
 * The name of a random test says its seed.
 */
class RandomBodyTest {
    private static final String SAMPLES = "gameserver.chat.packet.ChatSamples#all";
    private static final List<Packet> ALL = ChatSamples.all().toList();

    private static final Set<ErrorCode> DECODING_FAILURES =
            Set.of(
                    ErrorCode.PACKET_DECODING_FAIL,
                    ErrorCode.RELAY_EMPTY,
                    ErrorCode.CHAT_MESSAGE_LENGTH,
                    ErrorCode.WHISPER_MESSAGE_LENGTH);

    /** First bytes of everything there is in MessagePack. */
    private static final byte[] HEADS = {
        (byte) 0x80,
        (byte) 0x81,
        (byte) 0x82,
        (byte) 0x90,
        (byte) 0x91,
        (byte) 0xa0,
        (byte) 0xa3,
        (byte) 0xc0,
        (byte) 0xc1,
        (byte) 0xc2,
        (byte) 0xc3,
        (byte) 0xc4,
        (byte) 0xc5,
        (byte) 0xc6,
        (byte) 0xc7,
        (byte) 0xc8,
        (byte) 0xc9,
        (byte) 0xca,
        (byte) 0xcb,
        (byte) 0xcc,
        (byte) 0xcd,
        (byte) 0xce,
        (byte) 0xcf,
        (byte) 0xd0,
        (byte) 0xd1,
        (byte) 0xd2,
        (byte) 0xd3,
        (byte) 0xd4,
        (byte) 0xd5,
        (byte) 0xd6,
        (byte) 0xd7,
        (byte) 0xd8,
        (byte) 0xd9,
        (byte) 0xda,
        (byte) 0xdb,
        (byte) 0xdc,
        (byte) 0xdd,
        (byte) 0xde,
        (byte) 0xdf,
        (byte) 0xe0,
        (byte) 0xff,
        0x00,
        0x7f
    };

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    /** What is read is written so that it is read as the same again. */
    private static void assertPacketOrFailure(PacketType<?> type, byte[] body) {
        Received received = Wire.decode(type, body);

        if (received instanceof UndecodablePacket bad) {
            assertTrue(DECODING_FAILURES.contains(bad.error()), bad::toString);
            assertEquals(type, bad.type());
        } else {
            assertEquals(received, Wire.decode(type, Wire.body((Packet) received)));
        }
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void isReadBackAsItWasWritten(Packet packet) {
        Received expected =
                packet instanceof RoomEnterResponse enter
                        ? new RoomEnterResponse(enter.result(), null, enter.roomUserId())
                        : packet;
        assertEquals(expected, Wire.decode(packet.type(), Wire.body(packet)));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void aSampleIsCutAtEveryByte(Packet packet) {
        byte[] body = Wire.body(packet);

        for (int length = 0; length < body.length; length++) {
            assertPacketOrFailure(packet.type(), Arrays.copyOf(body, length));
            if (length > 0 && body[0] >> 4 == -8) { // A map is whole or malformed.
                Wire.decodeBad(packet.type(), Arrays.copyOf(body, length));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomBytes(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (PacketType<?> type : ChatPackets.CATALOG.types()) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);
            if (body.length > 0 && random.nextBoolean()) {
                body[0] = (byte) (0x80 | random.nextInt(16));
            }

            assertPacketOrFailure(type, body);
        }
    }

    /** Comes further than random bytes, which mostly fail at their first key. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSampleWithAFewBytesChanged(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (Packet packet : ALL) {
            byte[] body = Wire.body(packet);
            for (int i = random.nextInt(4); i > 0 && body.length > 0; i--) {
                body[random.nextInt(body.length)] = HEADS[random.nextInt(HEADS.length)];
            }
            int length = Math.max(0, body.length + random.nextInt(-2, 3));

            assertPacketOrFailure(packet.type(), Arrays.copyOf(body, length));
        }
    }

    /** The body of one packet under the id of another. */
    @ParameterizedTest
    @MethodSource(SAMPLES)
    void theBodyOfAnotherPacket(Packet packet) {
        for (PacketType<?> type : ChatPackets.CATALOG.types()) {
            assertPacketOrFailure(type, Wire.body(packet));
        }
    }

    /** A list whose arrays are not as long as it says, or not there. */
    @ParameterizedTest
    @MethodSource("lists")
    void aListThatDoesNotHoldWhatItSays(byte[] body) {
        Wire.decodeBad(RoomUserListNotify.TYPE, body);
    }

    static List<byte[]> lists() {
        byte[] right = Wire.body(ALL.stream().filter(RoomBodies::isListOfTwo).findFirst().get());
        byte[] three = right.clone();
        three[19] = 3;
        byte[] huge = right.clone();
        huge[12] = 0x7f;
        byte[] negative = right.clone();
        negative[12] = -1;
        byte[] otherKey = right.clone();
        otherKey[22] = 'x';
        return List.of(three, huge, negative, otherKey);
    }

    private static final class RoomBodies {
        static boolean isListOfTwo(Packet packet) {
            return packet instanceof RoomUserListNotify list && list.users().size() == 2;
        }
    }
}
