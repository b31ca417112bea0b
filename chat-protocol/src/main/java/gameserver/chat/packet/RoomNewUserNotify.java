package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/** Tells those in a room who has come. */
public record RoomNewUserNotify(long roomUserId, String userId) implements Packet {
    public static final PacketType<RoomNewUserNotify> TYPE =
            PacketType.toClient(
                    724, "ROOM_NEW_USER_NTF", RoomNewUserNotify.class, RoomNewUserNotify::read);

    private static RoomNewUserNotify read(BodyReader in) {
        return new RoomNewUserNotify(in.uint64("UniqueId"), in.shortText("ID"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("UniqueId", roomUserId);
        out.shortText("ID", userId);
    }

    @Override
    public PacketType<RoomNewUserNotify> type() {
        return TYPE;
    }
}
