package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link WhisperRequest}. */
public record WhisperResponse(Result result) implements Packet {
    public static final PacketType<WhisperResponse> TYPE =
            PacketType.toClient(772, "WHISPER_RES", WhisperResponse.class, WhisperResponse::read);

    private static WhisperResponse read(BodyReader in) {
        return new WhisperResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<WhisperResponse> type() {
        return TYPE;
    }
}
