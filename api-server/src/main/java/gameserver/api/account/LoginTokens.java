package gameserver.api.account;

import gameserver.api.account.AccessTokens.Login;
import gameserver.api.state.ExpiringEntries;
import gameserver.api.state.Places;
import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.net.options.HostPort;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tokens with which a user logs in to a game server: each for one user, one server, one time.
 *
 * <p>All three are part of the key under which a token is kept, so taking the entry checks them in
 * one atomic step, and an attempt by another user, or for another server, takes nothing: it does
 * not spend somebody's token. Any thread.
 */
public final class LoginTokens {
    public static final Duration LIFE = Duration.ofSeconds(30);

    /** 16 characters, which fit the password field of the games' login. */
    private static final int BYTES = 12;

    private final ExpiringEntries entries;
    private final Places places;
    private final InstantSource clock;

    /** A new token, and the server that it is for. */
    public record LoginToken(String text, Instant expiresAt, String serverId, HostPort server) {}

    /**
     * Somebody who may log in.
     *
     * @param holder of the place on the server
     * @param room that is kept; null for who was not matched
     */
    public record Admitted(String holder, @Nullable Integer room) {}

    /**
     * What is kept of a token.
     *
     * @param login the key of the login that it came with, and ends with
     * @param holder of the place on the server
     * @param room empty for none
     */
    private record Kept(String login, String holder, String room) {
        static Kept parse(String text) {
            String[] parts = text.split(" ", -1);
            return new Kept(parts[0], parts[1], parts[2]);
        }

        Admitted admitted() {
            return new Admitted(holder, room.isEmpty() ? null : Integer.valueOf(room));
        }

        @Override
        public String toString() {
            return login + " " + holder + " " + room;
        }
    }

    public LoginTokens(ExpiringEntries entries, Places places, InstantSource clock) {
        this.entries = entries;
        this.places = places;
        this.clock = clock;
    }

    /**
     * A token for a server of {@code game}; empty when there is none with a free place. A user has
     * one place on a server, however many tokens: it is kept for as long as the last one is good,
     * or until the user comes with any of them.
     */
    public Optional<LoginToken> issue(Login login, String game) {
        String holder = "user:" + Tokens.fingerprint(login.userId());
        return places.reserve(game, List.of(holder), LIFE)
                .map(server -> put(login, server.id(), server.address(), holder, ""));
    }

    /**
     * A token for the table of a match, where the ticket has a place of its own, besides that of
     * other tokens of the user. It is kept for as long as the token is good, also for somebody who
     * has come before and may not have been let in.
     */
    public LoginToken issue(Login login, Ticket ticket, Match match) {
        String holder = match.holder(ticket);
        places.keep(match.serverId(), holder, LIFE);
        return put(
                login,
                match.serverId(),
                new HostPort(match.host(), match.port()),
                holder,
                "" + match.room());
    }

    private LoginToken put(
            Login login, String serverId, HostPort server, String holder, String room) {
        String text = Tokens.random(BYTES);
        Instant expiresAt = clock.instant().plus(LIFE);
        Kept kept = new Kept(login.key(), holder, room);
        entries.put(key(text, login.userId(), serverId), kept.toString(), LIFE);
        return new LoginToken(text, expiresAt, serverId, server);
    }

    /**
     * Takes a token that was issued for this user and this server, has not been used, is not too
     * old, and whose user has not logged out. Succeeds for one caller only.
     */
    public Optional<Admitted> consume(String text, String userId, String serverId) {
        Optional<Kept> kept =
                entries.take(key(text, userId, serverId))
                        .map(Kept::parse)
                        .filter(token -> entries.get(token.login).isPresent());
        kept.ifPresent(token -> places.arrive(serverId, token.holder));
        return kept.map(Kept::admitted);
    }

    private static String key(String text, String userId, String serverId) {
        return "login:" + Tokens.fingerprint(text, userId, serverId);
    }
}
