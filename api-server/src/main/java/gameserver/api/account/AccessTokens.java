package gameserver.api.account;

import gameserver.api.state.ExpiringEntries;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The tokens that a user sends with calls after the login, good until the logout. Any thread. */
public final class AccessTokens {
    static final Duration LIFE = Duration.ofHours(1);
    private static final int BYTES = 32;

    private final ExpiringEntries entries;
    private final InstantSource clock;

    /** A user who is logged in, by the token {@code key} stands for. */
    public record Login(String userId, String key) {}

    /** A new token. */
    public record AccessToken(String text, Instant expiresAt, Login login) {}

    public AccessTokens(ExpiringEntries entries, InstantSource clock) {
        this.entries = entries;
        this.clock = clock;
    }

    public AccessToken issue(String userId) {
        String text = Tokens.random(BYTES);
        String key = key(text);
        Instant expiresAt = clock.instant().plus(LIFE);
        entries.put(key, userId, LIFE);
        return new AccessToken(text, expiresAt, new Login(userId, key));
    }

    /** Who sends this token; empty when it is no token, too old, or logged out. */
    public Optional<Login> find(String text) {
        String key = key(text);
        return entries.get(key).map(userId -> new Login(userId, key));
    }

    /** Ends a login, and with it the login tokens that were issued for it. */
    public void revoke(Login login) {
        entries.remove(login.key);
    }

    private static String key(String text) {
        return "access:" + Tokens.fingerprint(text);
    }
}
