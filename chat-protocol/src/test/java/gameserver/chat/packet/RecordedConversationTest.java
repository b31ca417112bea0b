package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.Hex;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every frame of a conversation with the Go server of the codelab, as it was on the wire. */
class RecordedConversationTest {
    private static final String SIXTEEN = "0123456789abcdef";
    private static final String PASSWORD = "70770000000000000000000000000000";

    private static final Result SUCCESS = Result.SUCCESS;

    static Stream<Arguments> frames() {
        return Stream.of(logins(), enters(), talk()).flatMap(each -> each);
    }

    private static Stream<Arguments> logins() {
        return Stream.of(
                arguments(
                        "2500bd0200 616c6963650000000000000000000000" + PASSWORD,
                        LoginRequest.of("alice", "pw")),
                arguments(
                        "2500bd0200 626f6200000000000000000000000000" + PASSWORD,
                        LoginRequest.of("bob", "pw")),
                arguments(
                        "2500bd0200 00000000000000000000000000000000" + PASSWORD,
                        LoginRequest.of("", "pw")),
                arguments(
                        "2500bd0200 30313233343536373839616263646566" + PASSWORD,
                        LoginRequest.of(SIXTEEN, "pw")),
                arguments("0700be0200 0100", new LoginResponse(SUCCESS)),
                arguments(
                        "0700be0200 6f00", new LoginResponse(Result.of(ErrorCode.LOGIN_DUPLICATE))),
                arguments(
                        "0700be0200 7000",
                        new LoginResponse(Result.of(ErrorCode.LOGIN_INVALID_ID))));
    }

    private static Stream<Arguments> enters() {
        return Stream.of(
                arguments("0900d10200 00000000", new RoomEnterRequest(0)),
                arguments("0900d10200 01000000", new RoomEnterRequest(1)),
                arguments(
                        "1300d20200 0100 00000000 0100000000000000",
                        new RoomEnterResponse(SUCCESS, 0, 1)),
                arguments(
                        "1300d20200 0100 00000000 0200000000000000",
                        new RoomEnterResponse(SUCCESS, 0, 2)),
                arguments(
                        "1300d20200 0100 00000000 0300000000000000",
                        new RoomEnterResponse(SUCCESS, 0, 3)),
                arguments(
                        "1300d20200 0100 00000000 0400000000000000",
                        new RoomEnterResponse(SUCCESS, 0, 4)),
                arguments(
                        "1300d20200 0100 01000000 0100000000000000",
                        new RoomEnterResponse(SUCCESS, 1, 1)),
                arguments("1100d40200 0200000000000000 03626f62", new RoomNewUserNotify(2, "bob")),
                arguments("1100d40200 0400000000000000 03626f62", new RoomNewUserNotify(4, "bob")),
                arguments(
                        "1e00d40200 0300000000000000 1030313233343536373839616263646566",
                        new RoomNewUserNotify(3, SIXTEEN)),
                arguments(
                        "1400d30200 01 0100000000000000 05616c696365",
                        new RoomUserListNotify(List.of(new RoomUser(1, "alice")))),
                arguments(
                        "2000d30200 02 0100000000000000 05616c696365 0200000000000000 03626f62",
                        new RoomUserListNotify(
                                List.of(new RoomUser(1, "alice"), new RoomUser(2, "bob")))),
                arguments(
                        "2d00d30200 02 0100000000000000 05616c696365"
                                + "0300000000000000 1030313233343536373839616263646566",
                        new RoomUserListNotify(
                                List.of(new RoomUser(1, "alice"), new RoomUser(3, SIXTEEN)))),
                arguments("0500d60200", new RoomLeaveRequest()),
                arguments("0d00d80200 0200000000000000", new RoomLeaveUserNotify(2)));
    }

    private static Stream<Arguments> talk() {
        String hangul = "ec9588eb859520f09f918b";
        String longest = "78".repeat(126);
        return Stream.of(
                arguments("0c00db0200 0500 68656c6c6f", new RoomChatRequest("hello")),
                arguments("0c00db0200 0500 616c6f6e65", new RoomChatRequest("alone")),
                arguments("1200db0200 0b00" + hangul, new RoomChatRequest("안녕 👋")),
                arguments("8500db0200 7e00" + longest, new RoomChatRequest("x".repeat(126))),
                arguments(
                        "1400dd0200 0100000000000000 0500 68656c6c6f",
                        new RoomChatNotify(1, "hello")),
                arguments(
                        "1400dd0200 0100000000000000 0500 616c6f6e65",
                        new RoomChatNotify(1, "alone")),
                arguments(
                        "1a00dd0200 0200000000000000 0b00" + hangul,
                        new RoomChatNotify(2, "안녕 👋")),
                arguments(
                        "8d00dd0200 0300000000000000 7e00" + longest,
                        new RoomChatNotify(3, "x".repeat(126))),
                arguments(
                        "0d00e50200 000172656c6179ff",
                        new RoomRelayRequest(Bytes.of(Hex.bytes("000172656c6179ff")))),
                arguments(
                        "1500e60200 0100000000000000 000172656c6179ff",
                        new RoomRelayNotify(1, Bytes.of(Hex.bytes("000172656c6179ff")))),
                // The recorded server forgets to write these two results: success, here 1.
                arguments("0700d70200 0000", new RoomLeaveResponse(new Result(0))),
                arguments("0700dc0200 0000", new RoomChatResponse(new Result(0))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("frames")
    void isReadAsThePacketThatItIs(String frame, Packet packet) {
        assertEquals(packet, ChatWire.decode(frame));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("frames")
    void isWrittenByteForByte(String frame, Packet packet) {
        assertEquals(Hex.compact(frame), ChatWire.encode(packet));
    }

    @Test
    void theResultThatTheRecordedServerForgetsIsOneHere() {
        assertEquals("0700d702000100", ChatWire.encode(new RoomLeaveResponse(SUCCESS)));
        assertEquals("0700dc02000100", ChatWire.encode(new RoomChatResponse(SUCCESS)));
    }
}
