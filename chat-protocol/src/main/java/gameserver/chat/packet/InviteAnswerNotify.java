package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Tells the inviter what has become of an invitation.
 *
 * @param accepted false when it was declined, has expired, or the invited user is gone
 * @param userId who was invited
 */
public record InviteAnswerNotify(long invitationId, boolean accepted, String userId)
        implements Packet {
    public static final PacketType<InviteAnswerNotify> TYPE =
            PacketType.toClient(
                    786, "INVITE_ANSWER_NTF", InviteAnswerNotify.class, InviteAnswerNotify::read);

    private static InviteAnswerNotify read(BodyReader in) {
        return new InviteAnswerNotify(
                in.uint64("InviteId"), in.flag("Accepted"), in.shortText("UserID"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("InviteId", invitationId);
        out.flag("Accepted", accepted);
        out.shortText("UserID", userId);
    }

    @Override
    public PacketType<InviteAnswerNotify> type() {
        return TYPE;
    }
}
