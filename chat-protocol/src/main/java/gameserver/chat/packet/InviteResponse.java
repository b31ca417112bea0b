package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/**
 * The answer to an {@link InviteRequest}. What becomes of the invitation, an {@link
 * InviteAnswerNotify} tells later.
 *
 * @param invitationId 0 on failure
 */
public record InviteResponse(Result result, long invitationId) implements Packet {
    public static final PacketType<InviteResponse> TYPE =
            PacketType.toClient(782, "INVITE_RES", InviteResponse.class, InviteResponse::read);

    /** On failure there is no invitation. */
    static InviteResponse failed(ErrorCode error) {
        return new InviteResponse(Result.of(error), 0);
    }

    private static InviteResponse read(BodyReader in) {
        return new InviteResponse(in.result("Result"), in.uint64("InviteId"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
        out.uint64("InviteId", invitationId);
    }

    @Override
    public PacketType<InviteResponse> type() {
        return TYPE;
    }
}
