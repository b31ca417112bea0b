package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to an {@link InviteAnswerRequest}. */
public record InviteAnswerResponse(Result result) implements Packet {
    public static final PacketType<InviteAnswerResponse> TYPE =
            PacketType.toClient(
                    785,
                    "INVITE_ANSWER_RES",
                    InviteAnswerResponse.class,
                    InviteAnswerResponse::read);

    private static InviteAnswerResponse read(BodyReader in) {
        return new InviteAnswerResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<InviteAnswerResponse> type() {
        return TYPE;
    }
}
