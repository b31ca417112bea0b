package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Invites a user into the room that the inviter is in.
 *
 * @param userId who is invited
 */
public record InviteRequest(String userId) implements Packet {
    public static final PacketType<InviteRequest> TYPE =
            PacketType.toServer(781, "INVITE_REQ", InviteRequest.class, InviteRequest::read)
                    .refusedBy(InviteResponse::failed);

    private static InviteRequest read(BodyReader in) {
        return new InviteRequest(in.shortText("UserID"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.shortText("UserID", userId);
    }

    @Override
    public PacketType<InviteRequest> type() {
        return TYPE;
    }
}
