package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link RoomEnterRequest}; also tells who came by an invitation where it is now.
 *
 * @param roomNumber null where it has come in a format that does not tell it
 * @param roomUserId what this user is called in that room
 */
public record RoomEnterResponse(Result result, @Nullable Integer roomNumber, long roomUserId)
        implements Packet {
    public static final PacketType<RoomEnterResponse> TYPE =
            PacketType.toClient(
                    722, "ROOM_ENTER_RES", RoomEnterResponse.class, RoomEnterResponse::read);

    /** On failure there is neither a room nor an id. */
    static RoomEnterResponse failed(ErrorCode error) {
        return new RoomEnterResponse(Result.of(error), 0, 0);
    }

    private static RoomEnterResponse read(BodyReader in) {
        return new RoomEnterResponse(
                in.result("Result"), in.binaryInt32("RoomNumber"), in.uint64("RoomUserUniqueId"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
        out.binaryInt32("RoomNumber", roomNumber == null ? 0 : roomNumber);
        out.uint64("RoomUserUniqueId", roomUserId);
    }

    @Override
    public PacketType<RoomEnterResponse> type() {
        return TYPE;
    }
}
