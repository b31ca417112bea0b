package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.packet.PacketType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of docs/protocol.md: which ids there are, and who sends what. */
class ChatCatalogTest {
    private static List<String> lines(List<PacketType<?>> types) {
        return types.stream()
                .map(type -> type.id() + " " + type.name() + " " + type.direction())
                .toList();
    }

    @Test
    void hasThePacketsOfTheProtocolInItsOrder() {
        assertEquals(
                """
                101 ECHO BOTH
                201 PING_REQ TO_SERVER
                202 PING_RES TO_CLIENT
                203 ERROR_NTF TO_CLIENT
                701 LOGIN_REQ TO_SERVER
                702 LOGIN_RES TO_CLIENT
                721 ROOM_ENTER_REQ TO_SERVER
                722 ROOM_ENTER_RES TO_CLIENT
                723 ROOM_USER_LIST_NTF TO_CLIENT
                724 ROOM_NEW_USER_NTF TO_CLIENT
                726 ROOM_LEAVE_REQ TO_SERVER
                727 ROOM_LEAVE_RES TO_CLIENT
                728 ROOM_LEAVE_USER_NTF TO_CLIENT
                731 ROOM_CHAT_REQ TO_SERVER
                732 ROOM_CHAT_RES TO_CLIENT
                733 ROOM_CHAT_NTF TO_CLIENT
                741 ROOM_RELAY_REQ TO_SERVER
                742 ROOM_RELAY_NTF TO_CLIENT
                771 WHISPER_REQ TO_SERVER
                772 WHISPER_RES TO_CLIENT
                773 WHISPER_NTF TO_CLIENT
                781 INVITE_REQ TO_SERVER
                782 INVITE_RES TO_CLIENT
                783 INVITE_NTF TO_CLIENT
                784 INVITE_ANSWER_REQ TO_SERVER
                785 INVITE_ANSWER_RES TO_CLIENT
                786 INVITE_ANSWER_NTF TO_CLIENT"""
                        .lines()
                        .toList(),
                lines(ChatPackets.CATALOG.types()));
    }
}
