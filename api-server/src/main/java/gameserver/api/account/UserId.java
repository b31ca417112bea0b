package gameserver.api.account;

import java.nio.charset.StandardCharsets;

/** What an id has to be: 1 to 16 bytes of UTF-8, without control characters. */
public final class UserId {
    private static final int MAX_BYTES = 16;

    private UserId() {}

    public static boolean isValid(String id) {
        return !id.isEmpty()
                && id.codePoints().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(id) // No half of a character.
                && id.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }
}
