package gameserver.chat.packet;

import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.PacketCatalog;

/** The packets of a chat, in the order of docs/protocol.md. */
public final class ChatPackets {
    public static final PacketCatalog CATALOG =
            CommonPackets.CATALOG.with(
                    LoginRequest.TYPE,
                    LoginResponse.TYPE,
                    RoomEnterRequest.TYPE,
                    RoomEnterResponse.TYPE,
                    RoomUserListNotify.TYPE,
                    RoomNewUserNotify.TYPE,
                    RoomLeaveRequest.TYPE,
                    RoomLeaveResponse.TYPE,
                    RoomLeaveUserNotify.TYPE,
                    RoomChatRequest.TYPE,
                    RoomChatResponse.TYPE,
                    RoomChatNotify.TYPE,
                    RoomRelayRequest.TYPE,
                    RoomRelayNotify.TYPE,
                    WhisperRequest.TYPE,
                    WhisperResponse.TYPE,
                    WhisperNotify.TYPE,
                    InviteRequest.TYPE,
                    InviteResponse.TYPE,
                    InviteNotify.TYPE,
                    InviteAnswerRequest.TYPE,
                    InviteAnswerResponse.TYPE,
                    InviteAnswerNotify.TYPE);

    private ChatPackets() {}
}
