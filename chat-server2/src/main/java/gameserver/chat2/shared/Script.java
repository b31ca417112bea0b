package gameserver.chat2.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * What a server asks of Redis. Each is a Lua script of the same name beside this class, and one
 * atomic step: what all servers see is the order in which Redis runs them.
 */
enum Script {
    JOIN,
    RENEW,
    PART,
    CLAIM,
    RECLAIM,
    RELEASE,
    RESERVE,
    ENTER,
    LEAVE,
    SAY,
    REJOIN,
    WHISPER,
    INVITE,
    ANSWER,
    EXPIRE;

    /** What comes late from a link that has ended does nothing. */
    private static final String ONLY_ALIVE =
            """

            if not is_alive(me) then
              return redis.error_reply('ENDED the lease of this link is over')
            end
            """;

    /** The whole source. */
    String source() {
        String guard = this == JOIN || this == PART ? "" : ONLY_ALIVE;
        return read("common") + guard + read(name().toLowerCase(Locale.ROOT));
    }

    private static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name + ".lua")) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
