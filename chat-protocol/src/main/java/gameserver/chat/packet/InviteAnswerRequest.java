package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** Accepts or declines an invitation. */
public record InviteAnswerRequest(long invitationId, boolean accept) implements Packet {
    public static final PacketType<InviteAnswerRequest> TYPE =
            PacketType.toServer(
                            784,
                            "INVITE_ANSWER_REQ",
                            InviteAnswerRequest.class,
                            InviteAnswerRequest::read)
                    .refusedBy(error -> new InviteAnswerResponse(Result.of(error)));

    private static InviteAnswerRequest read(BodyReader in) {
        return new InviteAnswerRequest(in.uint64("InviteId"), in.flag("Accept"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("InviteId", invitationId);
        out.flag("Accept", accept);
    }

    @Override
    public PacketType<InviteAnswerRequest> type() {
        return TYPE;
    }
}
