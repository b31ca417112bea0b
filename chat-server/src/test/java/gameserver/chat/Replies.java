package gameserver.chat;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import java.util.List;

/** What a chat says to its clients, in a few words each. */
final class Replies {
    static final Packet LOGGED_IN = new LoginResponse(Result.SUCCESS);
    static final Packet LEFT = new RoomLeaveResponse(Result.SUCCESS);
    static final Packet CHATTED = new RoomChatResponse(Result.SUCCESS);
    static final Packet WHISPERED = new WhisperResponse(Result.SUCCESS);
    static final Packet ANSWERED = new InviteAnswerResponse(Result.SUCCESS);

    private Replies() {}

    static Packet loginRefused(ErrorCode error) {
        return new LoginResponse(Result.of(error));
    }

    static Packet entered(int room, long roomUserId) {
        return new RoomEnterResponse(Result.SUCCESS, room, roomUserId);
    }

    static Packet enterRefused(ErrorCode error) {
        return new RoomEnterResponse(Result.of(error), 0, 0);
    }

    static Packet leaveRefused(ErrorCode error) {
        return new RoomLeaveResponse(Result.of(error));
    }

    /** The list of who is there already. */
    static Packet here(RoomUser... users) {
        return new RoomUserListNotify(List.of(users));
    }

    static RoomUser user(long roomUserId, String id) {
        return new RoomUser(roomUserId, id);
    }

    static Packet came(long roomUserId, String id) {
        return new RoomNewUserNotify(roomUserId, id);
    }

    static Packet went(long roomUserId) {
        return new RoomLeaveUserNotify(roomUserId);
    }

    static Packet said(long roomUserId, String message) {
        return new RoomChatNotify(roomUserId, message);
    }

    static Packet chatRefused(ErrorCode error) {
        return new RoomChatResponse(Result.of(error));
    }

    static Packet whisper(String from, String message) {
        return new WhisperNotify(from, message);
    }

    static Packet whisperRefused(ErrorCode error) {
        return new WhisperResponse(Result.of(error));
    }

    static Packet inviteRefused(ErrorCode error) {
        return new InviteResponse(Result.of(error), 0);
    }

    static Packet invitation(long invitation, int room, String from) {
        return new InviteNotify(invitation, room, from);
    }

    static Packet answerRefused(ErrorCode error) {
        return new InviteAnswerResponse(Result.of(error));
    }

    static Packet accepted(long invitation, String by) {
        return new InviteAnswerNotify(invitation, true, by);
    }

    /** Also what an inviter hears when the time is over, or the invited user is gone. */
    static Packet declined(long invitation, String by) {
        return new InviteAnswerNotify(invitation, false, by);
    }
}
