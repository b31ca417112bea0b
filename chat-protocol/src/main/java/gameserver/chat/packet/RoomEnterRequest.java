package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Asks for a place in a room.
 *
 * @param roomNumber or {@link #ANY_ROOM}
 */
public record RoomEnterRequest(int roomNumber) implements Packet {
    public static final PacketType<RoomEnterRequest> TYPE =
            PacketType.toServer(
                            721, "ROOM_ENTER_REQ", RoomEnterRequest.class, RoomEnterRequest::read)
                    .refusedBy(RoomEnterResponse::failed);

    /** Asks for any room with a free place. */
    public static final int ANY_ROOM = -1;

    private static RoomEnterRequest read(BodyReader in) {
        return new RoomEnterRequest(in.int32("RoomNumber"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int32("RoomNumber", roomNumber);
    }

    @Override
    public PacketType<RoomEnterRequest> type() {
        return TYPE;
    }
}
