package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;
import gameserver.net.testing.Hex;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of docs/protocol.md, written down by hand, and the records that they are. */
class ChatGoldenBytesTest {
    static Stream<Arguments> packets() {
        return Stream.concat(room(), whispersAndInvitations());
    }

    private static Stream<Arguments> room() {
        return Stream.of(
                arguments(
                        "25 00  bd 02  00"
                                + "  62 6f 62 00 00 00 00 00 00 00 00 00 00 00 00 00"
                                + "  ff 00 31 00 00 00 00 00 00 00 00 00 00 00 00 00",
                        new LoginRequest(Bytes.utf8("bob"), Bytes.of(Hex.bytes("ff 00 31")))),
                arguments("07 00  be 02  00  01 00", new LoginResponse(Result.SUCCESS)),
                arguments(
                        "07 00  be 02  00  71 00",
                        new LoginResponse(Result.of(ErrorCode.LOGIN_REJECTED))),
                arguments("09 00  d1 02  00  04 03 02 01", new RoomEnterRequest(0x01020304)),
                arguments(
                        "09 00  d1 02  00  ff ff ff ff",
                        new RoomEnterRequest(RoomEnterRequest.ANY_ROOM)),
                arguments(
                        "13 00  d2 02  00  01 00  04 03 02 01  18 17 16 15 14 13 12 11",
                        new RoomEnterResponse(Result.SUCCESS, 0x01020304, 0x1112131415161718L)),
                arguments(
                        "13 00  d2 02  00  86 00  00 00 00 00  00 00 00 00 00 00 00 00",
                        RoomEnterResponse.failed(ErrorCode.ENTER_ROOM_FULL)),
                arguments(
                        "1e 00  d3 02  00  02"
                                + "  01 00 00 00 00 00 00 00  03 62 6f 62"
                                + "  ff ff ff ff ff ff ff ff  03 ec 95 88",
                        new RoomUserListNotify(
                                List.of(new RoomUser(1, "bob"), new RoomUser(-1, "안")))),
                arguments(
                        "11 00  d4 02  00  18 17 16 15 14 13 12 11  03 62 6f 62",
                        new RoomNewUserNotify(0x1112131415161718L, "bob")),
                arguments("05 00  d6 02  00", new RoomLeaveRequest()),
                arguments("07 00  d7 02  00  01 00", new RoomLeaveResponse(Result.SUCCESS)),
                arguments(
                        "0d 00  d8 02  00  18 17 16 15 14 13 12 11",
                        new RoomLeaveUserNotify(0x1112131415161718L)),
                arguments("09 00  db 02  00  02 00  68 69", new RoomChatRequest("hi")),
                arguments("07 00  dc 02  00  01 00", new RoomChatResponse(Result.SUCCESS)),
                arguments(
                        "07 00  dc 02  00  97 00",
                        new RoomChatResponse(Result.of(ErrorCode.CHAT_MESSAGE_LENGTH))),
                arguments(
                        "11 00  dd 02  00  02 00 00 00 00 00 00 00  02 00  68 69",
                        new RoomChatNotify(2, "hi")),
                arguments(
                        "08 00  e5 02  00  00 ff 00",
                        new RoomRelayRequest(Bytes.of(Hex.bytes("00 ff 00")))),
                arguments(
                        "10 00  e6 02  00  02 00 00 00 00 00 00 00  00 ff 00",
                        new RoomRelayNotify(2, Bytes.of(Hex.bytes("00 ff 00")))));
    }

    private static Stream<Arguments> whispersAndInvitations() {
        return Stream.of(
                arguments(
                        "0d 00  03 03  00  03 62 6f 62  02 00  68 69",
                        new WhisperRequest("bob", "hi")),
                arguments("07 00  04 03  00  01 00", new WhisperResponse(Result.SUCCESS)),
                arguments(
                        "07 00  04 03  00  c0 00",
                        new WhisperResponse(Result.of(ErrorCode.WHISPER_MESSAGE_LENGTH))),
                arguments(
                        "0e 00  05 03  00  03 ec 95 88  03 00  eb 85 95",
                        new WhisperNotify("안", "녕")),
                arguments("09 00  0d 03  00  03 62 6f 62", new InviteRequest("bob")),
                arguments(
                        "0f 00  0e 03  00  01 00  18 17 16 15 14 13 12 11",
                        new InviteResponse(Result.SUCCESS, 0x1112131415161718L)),
                arguments(
                        "0f 00  0e 03  00  c6 00  00 00 00 00 00 00 00 00",
                        InviteResponse.failed(ErrorCode.INVITE_TOO_MANY)),
                arguments(
                        "15 00  0f 03  00" + "  18 17 16 15 14 13 12 11  04 03 02 01  03 62 6f 62",
                        new InviteNotify(0x1112131415161718L, 0x01020304, "bob")),
                arguments(
                        "0e 00  10 03  00  18 17 16 15 14 13 12 11  01",
                        new InviteAnswerRequest(0x1112131415161718L, true)),
                arguments(
                        "0e 00  10 03  00  18 17 16 15 14 13 12 11  00",
                        new InviteAnswerRequest(0x1112131415161718L, false)),
                arguments("07 00  11 03  00  01 00", new InviteAnswerResponse(Result.SUCCESS)),
                arguments(
                        "12 00  12 03  00  18 17 16 15 14 13 12 11  01  03 62 6f 62",
                        new InviteAnswerNotify(0x1112131415161718L, true, "bob")),
                arguments(
                        "12 00  12 03  00  18 17 16 15 14 13 12 11  00  03 62 6f 62",
                        new InviteAnswerNotify(0x1112131415161718L, false, "bob")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packets")
    void encodesToTheGoldenBytes(String golden, Packet packet) {
        assertEquals(Hex.compact(golden), ChatWire.encode(packet));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packets")
    void decodesTheGoldenBytes(String golden, Packet packet) {
        assertEquals(packet, ChatWire.decode(golden));
    }

    @Test
    void everyChatPacketHasGoldenBytes() {
        Set<PacketType<?>> chat = new HashSet<>(ChatPackets.CATALOG.types());
        chat.removeAll(CommonPackets.CATALOG.types());

        Set<PacketType<?>> golden =
                packets()
                        .<PacketType<?>>map(each -> ((Packet) each.get()[1]).type())
                        .collect(Collectors.toSet());

        assertEquals(chat, golden);
    }
}
