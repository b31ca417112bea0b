package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Tells a user of an invitation.
 *
 * @param userId who invites
 */
public record InviteNotify(long invitationId, int roomNumber, String userId) implements Packet {
    public static final PacketType<InviteNotify> TYPE =
            PacketType.toClient(783, "INVITE_NTF", InviteNotify.class, InviteNotify::read);

    private static InviteNotify read(BodyReader in) {
        return new InviteNotify(
                in.uint64("InviteId"), in.int32("RoomNumber"), in.shortText("UserID"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("InviteId", invitationId);
        out.int32("RoomNumber", roomNumber);
        out.shortText("UserID", userId);
    }

    @Override
    public PacketType<InviteNotify> type() {
        return TYPE;
    }
}
