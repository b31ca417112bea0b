package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link RoomLeaveRequest}. */
public record RoomLeaveResponse(Result result) implements Packet {
    public static final PacketType<RoomLeaveResponse> TYPE =
            PacketType.toClient(
                    727, "ROOM_LEAVE_RES", RoomLeaveResponse.class, RoomLeaveResponse::read);

    private static RoomLeaveResponse read(BodyReader in) {
        return new RoomLeaveResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<RoomLeaveResponse> type() {
        return TYPE;
    }
}
