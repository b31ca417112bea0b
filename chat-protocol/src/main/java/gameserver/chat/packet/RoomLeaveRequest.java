package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** Gives up the place in the room. */
public record RoomLeaveRequest() implements Packet {
    public static final PacketType<RoomLeaveRequest> TYPE =
            PacketType.toServer(
                            726, "ROOM_LEAVE_REQ", RoomLeaveRequest.class, RoomLeaveRequest::read)
                    .refusedBy(error -> new RoomLeaveResponse(Result.of(error)));

    private static RoomLeaveRequest read(BodyReader in) {
        return new RoomLeaveRequest();
    }

    @Override
    public void writeBody(BodyWriter out) {}

    @Override
    public PacketType<RoomLeaveRequest> type() {
        return TYPE;
    }
}
