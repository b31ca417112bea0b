package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link RoomChatRequest}, after the message itself. */
public record RoomChatResponse(Result result) implements Packet {
    public static final PacketType<RoomChatResponse> TYPE =
            PacketType.toClient(
                    732, "ROOM_CHAT_RES", RoomChatResponse.class, RoomChatResponse::read);

    private static RoomChatResponse read(BodyReader in) {
        return new RoomChatResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<RoomChatResponse> type() {
        return TYPE;
    }
}
