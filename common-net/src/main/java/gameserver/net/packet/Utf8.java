package gameserver.net.packet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text that is taken as it is or not at all. */
final class Utf8 {
    /** What Java puts in place of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private Utf8() {}

    /** The text of {@code bytes}, or null when they are not UTF-8. */
    static @Nullable String decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8); // Fast, and replaces silently.
        return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(bytes);
    }

    /** Somebody may have written the replacement character itself. */
    private static @Nullable String decodeStrictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
