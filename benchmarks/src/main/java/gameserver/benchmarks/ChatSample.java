package gameserver.benchmarks;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.util.Collections;

/** Packets of a chat as it usually is: the three of a line first, then those around it. */
public enum ChatSample {
    CHAT_REQ(new RoomChatRequest(Line.TEXT)),
    CHAT_NTF(new RoomChatNotify(7, Line.TEXT)),
    CHAT_RES(new RoomChatResponse(Result.SUCCESS)),
    CHAT_NTF_HANGUL(new RoomChatNotify(7, "안녕하세요 여러분")),
    LOGIN_REQ(LoginRequest.of("alice", "correct-horse")),
    ENTER_REQ(new RoomEnterRequest(3)),
    ENTER_RES(new RoomEnterResponse(Result.SUCCESS, 3, 7)),
    USER_LIST_NTF(new RoomUserListNotify(Collections.nCopies(4, new RoomUser(7, "alice")))),
    WHISPER_NTF(new WhisperNotify("alice", Line.TEXT));

    @SuppressWarnings("ImmutableEnumChecker") // Packets are.
    final Packet packet;

    ChatSample(Packet packet) {
        this.packet = packet;
    }

    private static final class Line {
        private static final String TEXT = "A line of chat has 32 characters";
    }
}
