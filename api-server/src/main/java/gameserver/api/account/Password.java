package gameserver.api.account;

import java.nio.charset.StandardCharsets;

/** What a new password has to be: 8 to 128 characters. */
public final class Password {
    private static final int LEAST = 8;
    private static final int MOST = 128;

    private Password() {}

    public static boolean isValid(String password) {
        int characters = password.codePointCount(0, password.length());
        return characters >= LEAST
                && characters <= MOST
                && StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }
}
