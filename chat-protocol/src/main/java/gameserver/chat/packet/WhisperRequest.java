package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/**
 * Says something to one user, wherever that user is.
 *
 * @param userId who is to hear it
 */
public record WhisperRequest(String userId, String message) implements Packet {
    public static final PacketType<WhisperRequest> TYPE =
            PacketType.toServer(771, "WHISPER_REQ", WhisperRequest.class, WhisperRequest::read)
                    .refusedBy(error -> new WhisperResponse(Result.of(error)));

    private static WhisperRequest read(BodyReader in) {
        return new WhisperRequest(
                in.shortText("UserID"), Message.read(in, ErrorCode.WHISPER_MESSAGE_LENGTH));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.shortText("UserID", userId);
        out.text("Msg", message);
    }

    @Override
    public PacketType<WhisperRequest> type() {
        return TYPE;
    }
}
