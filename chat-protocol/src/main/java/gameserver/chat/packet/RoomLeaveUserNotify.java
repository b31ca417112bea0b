package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/** Tells those who are still in a room who has gone, whether on purpose or not. */
public record RoomLeaveUserNotify(long roomUserId) implements Packet {
    public static final PacketType<RoomLeaveUserNotify> TYPE =
            PacketType.toClient(
                    728,
                    "ROOM_LEAVE_USER_NTF",
                    RoomLeaveUserNotify.class,
                    RoomLeaveUserNotify::read);

    private static RoomLeaveUserNotify read(BodyReader in) {
        return new RoomLeaveUserNotify(in.uint64("UserUniqueId"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("UserUniqueId", roomUserId);
    }

    @Override
    public PacketType<RoomLeaveUserNotify> type() {
        return TYPE;
    }
}
