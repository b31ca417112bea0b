package gameserver.api.account;

import gameserver.api.account.AccessTokens.Login;
import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.ServerRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tokens with which a user logs in to a game server: each for one user, one server, one time.
 *
 * <p>All three are part of the key under which a token is kept, so taking the entry checks them in
 * one atomic step, and an attempt by another user, or for another server, takes nothing: it does
 * not spend somebody's token. Any thread.
 */
public final class LoginTokens {
    static final Duration LIFE = Duration.ofSeconds(30);

    /** 16 characters, which fit the password field of the games' login. */
    private static final int BYTES = 12;

    /** After that long a server has told that it counts a user who has come. */
    private static final Duration COUNTED = ServerRegistry.HEARTBEAT.multipliedBy(2);

    private final ExpiringEntries entries;
    private final ServerRegistry servers;
    private final InstantSource clock;

    /** A new token, and the server that it is for. */
    public record LoginToken(String text, Instant expiresAt, GameServerInfo server) {}

    public LoginTokens(ExpiringEntries entries, ServerRegistry servers, InstantSource clock) {
        this.entries = entries;
        this.servers = servers;
        this.clock = clock;
    }

    /** A token for a server of {@code game}; empty when there is none with a free place. */
    public Optional<LoginToken> issue(Login login, String game) {
        String text = Tokens.random(BYTES);
        return reserve(game, Tokens.fingerprint(text))
                .map(
                        server -> {
                            Instant expiresAt = clock.instant().plus(LIFE);
                            entries.put(key(text, login.userId(), server.id()), login.key(), LIFE);
                            return new LoginToken(text, expiresAt, server);
                        });
    }

    /**
     * Whether the token was issued for this user and this server, has not been used, is not too
     * old, and its user has not logged out. True for one caller only.
     */
    public boolean consume(String text, String userId, String serverId) {
        Optional<String> login = entries.take(key(text, userId, serverId));
        if (login.flatMap(entries::get).isEmpty()) {
            return false;
        }
        servers.reserve(serverId, Tokens.fingerprint(text), COUNTED);
        return true;
    }

    /**
     * Fills servers one after the other, the fullest first, so that users meet. A place is reserved
     * first and counted afterwards: of those who want the last one at the same time, one gets it.
     */
    private Optional<GameServerInfo> reserve(String game, String holder) {
        List<GameServerInfo> candidates =
                servers.list().stream()
                        .filter(server -> server.game().equals(game) && !server.draining())
                        .sorted(Comparator.comparing(GameServerInfo::users).reversed())
                        .toList();
        for (GameServerInfo server : candidates) {
            int reserved = servers.reserve(server.id(), holder, LIFE);
            if (server.users() + reserved <= server.capacity()) {
                return Optional.of(server);
            }
            servers.release(server.id(), holder);
        }
        return Optional.empty();
    }

    private static String key(String text, String userId, String serverId) {
        return "login:" + Tokens.fingerprint(text, userId, serverId);
    }
}
