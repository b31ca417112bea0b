package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import java.util.List;

/**
 * Tells who comes into a room who is there already, those who have been there longest first. Does
 * not come into an empty room.
 *
 * @param users at most 255
 */
public record RoomUserListNotify(List<RoomUser> users) implements Packet {
    public static final PacketType<RoomUserListNotify> TYPE =
            PacketType.toClient(
                    723, "ROOM_USER_LIST_NTF", RoomUserListNotify.class, RoomUserListNotify::read);

    /**
     * One user of a room.
     *
     * @param roomUserId unique in that room for the life of the server
     */
    public record RoomUser(long roomUserId, String userId) {
        private static RoomUser read(BodyReader in) {
            return new RoomUser(in.uint64("UniqueId"), in.shortText("ID"));
        }

        private void write(BodyWriter out) {
            out.uint64("UniqueId", roomUserId);
            out.shortText("ID", userId);
        }
    }

    public RoomUserListNotify {
        users = List.copyOf(users);
    }

    private static RoomUserListNotify read(BodyReader in) {
        return new RoomUserListNotify(in.list("UserCount", RoomUser::read));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.list("UserCount", users, (body, user) -> user.write(body));
    }

    @Override
    public PacketType<RoomUserListNotify> type() {
        return TYPE;
    }
}
