package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.ErrorCode;

/** The text of a chat line or a whisper. */
public final class Message {
    /** Of UTF-8, so fewer characters in most languages. */
    public static final int MAX_BYTES = 126;

    private Message() {}

    /**
     * Reads it.
     *
     * @param wrongLength what the sender of an empty or too long one is told
     */
    static String read(BodyReader in, ErrorCode wrongLength) {
        return in.text("Msg", 1, MAX_BYTES, wrongLength);
    }
}
