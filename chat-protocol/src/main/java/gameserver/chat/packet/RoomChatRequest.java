package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** Says something to everyone in the room. */
public record RoomChatRequest(String message) implements Packet {
    public static final PacketType<RoomChatRequest> TYPE =
            PacketType.toServer(731, "ROOM_CHAT_REQ", RoomChatRequest.class, RoomChatRequest::read)
                    .refusedBy(error -> new RoomChatResponse(Result.of(error)));

    private static RoomChatRequest read(BodyReader in) {
        return new RoomChatRequest(Message.read(in, ErrorCode.CHAT_MESSAGE_LENGTH));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.text("Msg", message);
    }

    @Override
    public PacketType<RoomChatRequest> type() {
        return TYPE;
    }
}
