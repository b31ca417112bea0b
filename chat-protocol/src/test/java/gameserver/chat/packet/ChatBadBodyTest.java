package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Hex;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that are not what their id says, and the code that their sender is told. */
class ChatBadBodyTest {
    private static final Set<PacketType<?>> ANY_BYTES_WILL_DO =
            Set.of(Echo.TYPE, RoomRelayRequest.TYPE);

    static Stream<Packet> requestsOfALength() {
        return ChatSamples.toServer().filter(each -> !ANY_BYTES_WILL_DO.contains(each.type()));
    }

    static Stream<Packet> requestsWithABody() {
        return requestsOfALength().filter(each -> ChatWire.body(each).length > 0);
    }

    private static void assertMalformed(Packet packet, byte[] body) {
        UndecodablePacket bad = ChatWire.decodeBad(packet.type().id(), body);

        assertEquals(ErrorCode.PACKET_DECODING_FAIL, bad.error());
        assertEquals(packet.type(), bad.type());
    }

    @ParameterizedTest
    @MethodSource("requestsWithABody")
    void oneByteShortIsMalformed(Packet packet) {
        byte[] body = ChatWire.body(packet);

        assertMalformed(packet, Arrays.copyOf(body, body.length - 1));
    }

    @ParameterizedTest
    @MethodSource("requestsOfALength")
    void oneByteLongIsMalformed(Packet packet) {
        byte[] body = ChatWire.body(packet);

        assertMalformed(packet, Arrays.copyOf(body, body.length + 1));
    }

    @Test
    void anEmptyRelayHasAnErrorOfItsOwn() {
        UndecodablePacket bad = ChatWire.decodeBad(RoomRelayRequest.TYPE.id(), new byte[0]);

        assertEquals(ErrorCode.RELAY_EMPTY, bad.error());
    }

    /** What is relayed has eight bytes more than what was sent. */
    @Test
    void aRelayThatWouldBeTooLongForItsReceiversIsMalformed() {
        Bytes greatest = Bytes.of(new byte[RoomRelayRequest.MAX_PAYLOAD]);

        assertEquals(
                PacketHeader.MAX_SIZE - PacketHeader.LENGTH,
                ChatWire.body(new RoomRelayNotify(1, greatest)).length);
        assertMalformed(new RoomRelayRequest(greatest), new byte[RoomRelayRequest.MAX_PAYLOAD + 1]);
    }

    @Test
    void everyRequestIsLookedAt() {
        Set<PacketType<?>> looked =
                requestsOfALength().<PacketType<?>>map(Packet::type).collect(Collectors.toSet());
        looked.addAll(ANY_BYTES_WILL_DO);

        assertEquals(Set.copyOf(ChatPackets.CATALOG.toServer().types()), looked);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ROOM_CHAT_REQ not UTF-8, 731, 02 00 c0 80",
        "WHISPER_REQ to an id that is not UTF-8, 771, 01 ff 02 00 68 69",
        "WHISPER_REQ not UTF-8, 771, 03 62 6f 62 03 00 ed a0 80",
        "INVITE_REQ to an id that is not UTF-8, 781, 03 f0 9f 91",
        "INVITE_ANSWER_REQ neither yes nor no, 784, 01 00 00 00 00 00 00 00 02"
    })
    void aWrongValueIsMalformed(String what, int id, String body) {
        assertEquals(
                ErrorCode.PACKET_DECODING_FAIL, ChatWire.decodeBad(id, Hex.bytes(body)).error());
    }

    @Nested
    class LengthOfAMessage {
        private static final List<String> WRONG_LENGTHS =
                List.of("ff ff", "00 80", "00 00", "7f 00", "ff 7f");

        private static final List<Integer> BYTES_AFTER_IT = List.of(0, 1, 126, 127, 128, 1000);

        static Stream<Arguments> wrongLengths() {
            return Stream.of(
                            arguments(731, "", ErrorCode.CHAT_MESSAGE_LENGTH),
                            arguments(
                                    733, "01 00 00 00 00 00 00 00", ErrorCode.CHAT_MESSAGE_LENGTH),
                            arguments(771, "03 62 6f 62", ErrorCode.WHISPER_MESSAGE_LENGTH),
                            arguments(771, "00", ErrorCode.WHISPER_MESSAGE_LENGTH),
                            arguments(773, "03 62 6f 62", ErrorCode.WHISPER_MESSAGE_LENGTH))
                    .flatMap(
                            packet -> WRONG_LENGTHS.stream().map(length -> append(packet, length)));
        }

        private static Arguments append(Arguments packet, String length) {
            Object[] values = packet.get();
            return arguments(values[0], values[1], values[2], length);
        }

        @ParameterizedTest(name = "{0} with length {3}")
        @MethodSource("wrongLengths")
        void hasACodeOfItsOwnWhateverFollows(int id, String before, ErrorCode code, String length) {
            for (int after : BYTES_AFTER_IT) {
                byte[] body = Frames.join(Hex.bytes(before), Hex.bytes(length), new byte[after]);

                assertEquals(code, ChatWire.decodeBad(id, body).error(), after + " bytes after it");
            }
        }

        /** 126 bytes of a broken encoding are a matter of the text and not of its length. */
        @Test
        void isLookedAtBeforeTheText() {
            byte[] text = new byte[127];
            Arrays.fill(text, (byte) 0xff);
            byte[] tooLong = Frames.join(Hex.bytes("7f 00"), text);
            byte[] longest = Frames.join(Hex.bytes("7e 00"), Arrays.copyOf(text, 126));

            assertEquals(ErrorCode.CHAT_MESSAGE_LENGTH, ChatWire.decodeBad(731, tooLong).error());
            assertEquals(ErrorCode.PACKET_DECODING_FAIL, ChatWire.decodeBad(731, longest).error());
        }

        @Test
        void countsBytesAndNotCharacters() {
            byte[] hangul = ChatWire.body(new RoomChatRequest("안".repeat(43)));

            assertEquals(ErrorCode.CHAT_MESSAGE_LENGTH, ChatWire.decodeBad(731, hangul).error());
        }
    }
}
