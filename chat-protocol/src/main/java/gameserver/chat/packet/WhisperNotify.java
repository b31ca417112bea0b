package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * What somebody has said to this user alone.
 *
 * @param userId who said it
 */
public record WhisperNotify(String userId, String message) implements Packet {
    public static final PacketType<WhisperNotify> TYPE =
            PacketType.toClient(773, "WHISPER_NTF", WhisperNotify.class, WhisperNotify::read);

    private static WhisperNotify read(BodyReader in) {
        return new WhisperNotify(
                in.shortText("UserID"), Message.read(in, ErrorCode.WHISPER_MESSAGE_LENGTH));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.shortText("UserID", userId);
        out.text("Msg", message);
    }

    @Override
    public PacketType<WhisperNotify> type() {
        return TYPE;
    }
}
