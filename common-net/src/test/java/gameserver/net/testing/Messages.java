package gameserver.net.testing;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a message has to say, whatever its wording. */
public final class Messages {
    private Messages() {}

    public static void assertNames(Throwable thrown, String... parts) {
        String message = String.valueOf(thrown.getMessage());
        for (String part : parts) {
            assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
        }
    }
}
