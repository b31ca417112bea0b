package gameserver.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Result;
import gameserver.net.testing.Hex;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets and their frames, whose bytes another program than this one has made. */
class GoldenBytesTest {
    private static final long ID = 0x1112131415161718L;

    static Stream<Arguments> packets() {
        return Stream.concat(room(), others());
    }

    private static Stream<Arguments> room() {
        return Stream.of(
                arguments(
                        "1c00bd0200" + "82a6557365724944a3626f62a6557365725057a3ff0031",
                        new LoginRequest(Bytes.utf8("bob"), Bytes.of(Hex.bytes("ff 00 31")))),
                arguments(
                        "1600be0200" + "81a6526573756c74d30000000000000000",
                        new LoginResponse(Result.SUCCESS)),
                arguments(
                        "1600be0200" + "81a6526573756c74d30000000000000071",
                        new LoginResponse(Result.of(ErrorCode.LOGIN_REJECTED))),
                arguments(
                        "1900cb0000" + "81a94572726f72436f6465d30000000000000035",
                        ErrorNotify.of(ErrorCode.UNKNOWN_PACKET_ID)),
                arguments(
                        "1a00d10200" + "81aa526f6f6d4e756d626572d30000000001020304",
                        new RoomEnterRequest(0x01020304)),
                arguments(
                        "1a00d10200" + "81aa526f6f6d4e756d626572d3ffffffffffffffff",
                        new RoomEnterRequest(RoomEnterRequest.ANY_ROOM)),
                arguments(
                        "3000d20200"
                                + "82a6526573756c74d30000000000000000b0526f6f6d55736572556e69717565"
                                + "4964cf1112131415161718",
                        new RoomEnterResponse(Result.SUCCESS, null, ID)),
                arguments(
                        "3000d20200"
                                + "82a6526573756c74d30000000000000086b0526f6f6d55736572556e69717565"
                                + "4964cf0000000000000000",
                        new RoomEnterResponse(Result.of(ErrorCode.ENTER_ROOM_FULL), null, 0)),
                arguments(
                        "4100d30200"
                                + "83a955736572436f756e74d30000000000000002a8556e69717565496492cf00"
                                + "00000000000001cfffffffffffffffffa2494492a3626f62a3ec9588",
                        new RoomUserListNotify(
                                List.of(new RoomUser(1, "bob"), new RoomUser(-1, "안")))),
                arguments(
                        "db00d30200"
                                + "83a955736572436f756e74d30000000000000010a8556e697175654964dc0010"
                                + "cf0000000000000007cf0000000000000007cf0000000000000007cf00000000"
                                + "00000007cf0000000000000007cf0000000000000007cf0000000000000007cf"
                                + "0000000000000007cf0000000000000007cf0000000000000007cf0000000000"
                                + "000007cf0000000000000007cf0000000000000007cf0000000000000007cf00"
                                + "00000000000007cf0000000000000007a24944dc0010a178a178a178a178a178"
                                + "a178a178a178a178a178a178a178a178a178a178a178",
                        new RoomUserListNotify(Collections.nCopies(16, new RoomUser(7, "x")))),
                arguments(
                        "1f00d40200" + "82a8556e697175654964cf1112131415161718a24944a3626f62",
                        new RoomNewUserNotify(ID, "bob")),
                arguments("0500d60200", new RoomLeaveRequest()),
                arguments(
                        "1600d70200" + "81a6526573756c74d30000000000000000",
                        new RoomLeaveResponse(Result.SUCCESS)),
                arguments(
                        "1c00d80200" + "81ac55736572556e697175654964cf1112131415161718",
                        new RoomLeaveUserNotify(ID)),
                arguments("0d00db0200" + "81a34d7367a26869", new RoomChatRequest("hi")),
                arguments(
                        "2a00db0200"
                                + "81a34d7367bf7878787878787878787878787878787878787878787878787878"
                                + "7878787878",
                        new RoomChatRequest("x".repeat(31))),
                arguments(
                        "2c00db0200"
                                + "81a34d7367d92078787878787878787878787878787878787878787878787878"
                                + "78787878787878",
                        new RoomChatRequest("x".repeat(32))),
                arguments(
                        "1600dc0200" + "81a6526573756c74d30000000000000097",
                        new RoomChatResponse(Result.of(ErrorCode.CHAT_MESSAGE_LENGTH))),
                arguments(
                        "2700dd0200"
                                + "82ac55736572556e697175654964cf0000000000000002a34d7367a6ec9588eb"
                                + "8595",
                        new RoomChatNotify(2, "안녕")),
                arguments(
                        "0800e50200" + "00ff00",
                        new RoomRelayRequest(Bytes.of(Hex.bytes("00 ff 00")))));
    }

    private static Stream<Arguments> others() {
        return Stream.of(
                arguments(
                        "1000e60200" + "020000000000000000ff00",
                        new RoomRelayNotify(2, Bytes.of(Hex.bytes("00 ff 00")))),
                arguments(
                        "1800030300" + "82a6557365724944a3626f62a34d7367a26869",
                        new WhisperRequest("bob", "hi")),
                arguments(
                        "1600040300" + "81a6526573756c74d300000000000000c0",
                        new WhisperResponse(Result.of(ErrorCode.WHISPER_MESSAGE_LENGTH))),
                arguments(
                        "1900050300" + "82a6557365724944a3ec9588a34d7367a3eb8595",
                        new WhisperNotify("안", "녕")),
                arguments("11000d0300" + "81a6557365724944a3626f62", new InviteRequest("bob")),
                arguments(
                        "28000e0300"
                                + "82a6526573756c74d30000000000000000a8496e766974654964cf1112131415"
                                + "161718",
                        new InviteResponse(Result.SUCCESS, ID)),
                arguments(
                        "37000f0300"
                                + "83a8496e766974654964cf1112131415161718aa526f6f6d4e756d626572d300"
                                + "00000001020304a6557365724944a3626f62",
                        new InviteNotify(ID, 0x01020304, "bob")),
                arguments(
                        "2000100300" + "82a8496e766974654964cf1112131415161718a6416363657074c3",
                        new InviteAnswerRequest(ID, true)),
                arguments(
                        "2000100300" + "82a8496e766974654964cf1112131415161718a6416363657074c2",
                        new InviteAnswerRequest(ID, false)),
                arguments(
                        "1600110300" + "81a6526573756c74d30000000000000000",
                        new InviteAnswerResponse(Result.SUCCESS)),
                arguments(
                        "2d00120300"
                                + "83a8496e766974654964cf1112131415161718a84163636570746564c3a65573"
                                + "65724944a3626f62",
                        new InviteAnswerNotify(ID, true, "bob")),
                arguments("0500c90000", new PingRequest(null)),
                arguments(
                        "1600c90000" + "81a64e756d626572d30000000000000007",
                        new PingRequest((short) 7)),
                arguments(
                        "1600ca0000" + "81a64e756d626572d3fffffffffffffffe",
                        new PingResponse((short) -2)),
                arguments("0800650000" + "c16869", new Echo(Bytes.of(Hex.bytes("c1 68 69")))));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packets")
    void encodesToTheGoldenBytes(String golden, Packet packet) {
        assertEquals(Hex.compact(golden), Wire.encode(packet));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("packets")
    void decodesTheGoldenBytes(String golden, Packet packet) {
        assertEquals(packet, Wire.decode(golden));
    }
}
