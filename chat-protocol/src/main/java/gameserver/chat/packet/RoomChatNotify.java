package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * What somebody in the room has said; the speaker gets it, too.
 *
 * @param roomUserId the speaker
 */
public record RoomChatNotify(long roomUserId, String message) implements Packet {
    public static final PacketType<RoomChatNotify> TYPE =
            PacketType.toClient(733, "ROOM_CHAT_NTF", RoomChatNotify.class, RoomChatNotify::read);

    private static RoomChatNotify read(BodyReader in) {
        return new RoomChatNotify(
                in.uint64("UserUniqueId"), Message.read(in, ErrorCode.CHAT_MESSAGE_LENGTH));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("UserUniqueId", roomUserId);
        out.text("Msg", message);
    }

    @Override
    public PacketType<RoomChatNotify> type() {
        return TYPE;
    }
}
