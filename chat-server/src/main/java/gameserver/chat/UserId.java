package gameserver.chat;

import gameserver.net.packet.Bytes;
import org.jspecify.annotations.Nullable;

/** What an id has to be: 1 to 16 bytes of UTF-8, without control characters. */
public final class UserId {
    private static final int MAX_BYTES = 16;

    private UserId() {}

    /** The id that {@code bytes} are, or null when they are none. */
    public static @Nullable String parse(Bytes bytes) {
        String id = bytes.size() <= MAX_BYTES ? bytes.toText() : null;
        boolean valid =
                id != null && !id.isEmpty() && id.codePoints().noneMatch(Character::isISOControl);
        return valid ? id : null;
    }
}
