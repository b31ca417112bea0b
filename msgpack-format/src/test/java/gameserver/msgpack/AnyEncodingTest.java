package gameserver.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.testing.Hex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One thing can be said in many ways; and many ways of saying it are wrong. */
class AnyEncodingTest {
    private static final String ROOM_NUMBER = "aa 526f6f6d4e756d626572";
    private static final String MSG = "a3 4d7367";
    private static final String INVITE_ID = "a8 496e766974654964";
    private static final String ACCEPT = "a6 416363657074";
    private static final String USER_ID = "a6 557365724944";
    private static final String USER_PW = "a6 557365725057";
    private static final String NUMBER = "a6 4e756d626572";

    private static void assertRead(Packet expected, String body) {
        assertEquals(expected, Wire.decode(expected.type(), Hex.bytes(body)));
    }

    private static void assertBad(PacketType<?> type, String body) {
        UndecodablePacket bad = Wire.decodeBad(type, Hex.bytes(body));
        assertEquals(ErrorCode.PACKET_DECODING_FAIL, bad.error(), bad::reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05",
                "cc 05",
                "cd 0005",
                "ce 00000005",
                "cf 0000000000000005",
                "d0 05",
                "d1 0005",
                "d2 00000005",
                "d3 0000000000000005"
            })
    void anIntegerOfAnyWidth(String five) {
        assertRead(new RoomEnterRequest(5), "81" + ROOM_NUMBER + five);
        assertRead(new InviteAnswerRequest(5, true), "82" + INVITE_ID + five + ACCEPT + "c3");
        assertRead(new PingRequest((short) 5), "81" + NUMBER + five);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "d0 ff", "d1 ffff", "d2 ffffffff", "d3 ffffffffffffffff"})
    void aNegativeIntegerOfAnyWidth(String minusOne) {
        assertRead(new RoomEnterRequest(-1), "81" + ROOM_NUMBER + minusOne);
        assertBad(InviteAnswerRequest.TYPE, "82" + INVITE_ID + minusOne + ACCEPT + "c3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a2 6869", "d9 02 6869", "da 0002 6869", "db 00000002 6869"})
    void aTextOfAnyWidth(String hi) {
        assertRead(new RoomChatRequest("hi"), "81" + MSG + hi);
        assertRead(LoginRequest.of("hi", "hi"), "82" + USER_ID + hi + USER_PW + hi);
    }

    @ParameterizedTest
    @CsvSource({"a3 4d7367", "d9 03 4d7367", "da 0003 4d7367", "db 00000003 4d7367"})
    void aKeyOfAnyWidth(String msg) {
        assertRead(new RoomChatRequest("hi"), "81" + msg + "a2 6869");
    }

    @ParameterizedTest
    @ValueSource(strings = {"82", "de 0002", "df 00000002"})
    void aMapOfAnyWidthInAnyOrder(String map) {
        String to = USER_ID + "a3 626f62";
        String text = MSG + "a2 6869";
        assertRead(new WhisperRequest("bob", "hi"), map + to + text);
        assertRead(new WhisperRequest("bob", "hi"), map + text + to);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0",
                "c3",
                "07",
                "cb 3ff0000000000000",
                "ca 3f800000",
                "a1 78",
                "c4 02 c1c1",
                "d4 01 c1",
                "c7 03 05 c1c1c1",
                "92 01 a1 78",
                "93 90 80 91 c0",
                "81 c0 81 91 c0 c0",
                "dc 0002 0102",
                "dd 00000001 90",
                "de 0001 0101",
                "df 00000001 0101"
            })
    void whatIsUnderAnUnknownKeyDoesNotMatter(String value) {
        String unknown = "a1 78" + value;
        String room = ROOM_NUMBER + "05";
        assertRead(new RoomEnterRequest(5), "82" + unknown + room);
        assertRead(new RoomEnterRequest(5), "82" + room + unknown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // Nothing at all.
                "c1",
                "c0",
                "05",
                "90",
                "a0",
                "80",
                "81",
                "de",
                "df ffffffff",
                "de ffff",
                "81 05 05", // A key that is no text.
                "81 a2 eab0 05",
                "81 aa 526f6f6d6e756d626572 05", // roomnumber
                "82 aa 526f6f6d4e756d626572 05 aa 526f6f6d4e756d626572 05", // Twice.
                "81 aa 526f6f6d4e756d626572 05 00", // And more.
                "81 aa 526f6f6d4e756d626572"
            })
    void whatIsNoMapWithTheKey(String body) {
        assertBad(RoomEnterRequest.TYPE, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c0",
                "c2",
                "a1 35",
                "c4 01 05",
                "ca 40a00000",
                "cb 4014000000000000",
                "91 05",
                "81 a0 05",
                "d4 01 05",
                "c1",
                "ce 80000000",
                "d3 ffffffff7fffffff",
                "cf ffffffffffffffff",
                "cf 8000000000000005",
                "dd ffffffff",
                "db ffffffff 05",
                "c6 ffffffff 05",
                "c9 ffffffff 05 05",
                "df ffffffff 05"
            })
    void aNumberThatIsNone(String value) {
        assertBad(RoomEnterRequest.TYPE, "81" + ROOM_NUMBER + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "05", "c4 02 6869", "92 68 69", "a2 eab0", "d9 03 6869", "cb"})
    void aTextThatIsNone(String value) {
        assertBad(RoomChatRequest.TYPE, "81" + MSG + value);
        assertBad(WhisperRequest.TYPE, "82" + MSG + value + USER_ID + "a3 626f62");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "01", "a4 74727565", "c0"})
    void aFlagIsTrueOrFalse(String value) {
        assertBad(InviteAnswerRequest.TYPE, "82" + INVITE_ID + "05" + ACCEPT + value);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "126, true", "127, false"})
    void aMessageHasItsBounds(int length, boolean right) {
        String text = "78".repeat(length);
        String value = "d9 %02x %s".formatted(length, text);
        byte[] body = Hex.bytes("81" + MSG + value);
        if (right) {
            assertRead(new RoomChatRequest("x".repeat(length)), "81" + MSG + value);
        } else {
            assertEquals(
                    ErrorCode.CHAT_MESSAGE_LENGTH,
                    Wire.decodeBad(RoomChatRequest.TYPE, body).error());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"91", "81 a0"})
    void nestedAsDeepAsThePacketIsLong(String level) {
        String deep = "82" + ROOM_NUMBER + "05 a1 78" + level.repeat(30_000);
        assertRead(new RoomEnterRequest(5), deep + "c0");
        assertBad(RoomEnterRequest.TYPE, deep);
        assertBad(RoomEnterRequest.TYPE, deep + "c0 c0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd 7fffffff", "df 7fffffff a0", "dd 000001ff", "df 000000ff a0"})
    void nestedWithLengthsThatAreNotThere(String level) {
        String deep = "82" + ROOM_NUMBER + "05 a1 78" + level.repeat(10_000);
        assertBad(RoomEnterRequest.TYPE, deep);
        assertBad(RoomEnterRequest.TYPE, deep + "c0");
    }
}
