package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.account.AccessTokens;
import gameserver.api.account.AccessTokens.Login;
import gameserver.api.account.LoginTokens;
import gameserver.api.account.LoginTokens.LoginToken;
import gameserver.api.match.Matchmaking;
import gameserver.api.match.Matchmaking.Wish;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.MemoryState;
import gameserver.api.state.Places;
import gameserver.api.state.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The places on a game server that are kept for a match, by a clock that the test moves. */
final class MatchPlacesTest {
    private static final int CAPACITY = 3;

    private final ManualClock clock = new ManualClock();
    private final MemoryState state = new MemoryState(clock);
    private final Places places = new Places(state.servers(), state.entries());
    private final LoginTokens tokens = new LoginTokens(state.entries(), places, clock);
    private final Matchmaking matchmaking =
            new Matchmaking(state.tickets(), places, state.entries(), clock);
    private final Login login = new AccessTokens(state.entries(), clock).issue("alice").login();

    @AfterEach
    void close() {
        state.close();
    }

    private void heartbeat() {
        GameServerInfo server =
                new GameServerInfo(
                        "cards-1", "cards", "h", 1, 0, CAPACITY, 0, false, "", List.of(500), 0);
        assertTrue(state.servers().renew(server));
    }

    private Ticket match() {
        Ticket alice = matchmaking.join(new Wish("alice", "cards", 2, Ticket.UNKNOWN));
        Ticket bob = matchmaking.join(new Wish("bob", "cards", 2, Ticket.UNKNOWN));
        matchmaking.form();
        matchmaking.ask("bob", bob.id(), Duration.ZERO);
        return matchmaking.ask("alice", alice.id(), Duration.ZERO).orElseThrow();
    }

    private LoginToken tokenFor(Ticket ticket) {
        return tokens.issue(login, ticket, Objects.requireNonNull(ticket.match()));
    }

    /** Takes the places for a millisecond. */
    private boolean areFree(String... others) {
        Duration moment = Duration.ofMillis(1);
        boolean areFree = places.reserve("cards", List.of(others), moment).isPresent();
        clock.advance(moment);
        return areFree;
    }

    @Test
    void whoHasComeAndAsksAgainHasAPlaceForAsLongAsTheTokenIsGood() {
        heartbeat();
        Ticket ticket = match();
        assertFalse(areFree("x", "y"), "two of three are kept");
        assertTrue(tokens.consume(tokenFor(ticket).text(), "alice", "cards-1").isPresent());
        clock.advance(Duration.ofSeconds(5));
        heartbeat();
        assertTrue(areFree("x", "y"), "the server would have counted alice by now");

        String second = tokenFor(ticket).text();
        clock.advance(LoginTokens.LIFE.minusMillis(2));
        heartbeat();

        assertFalse(areFree("x", "y"), "two of three are kept again");
        assertEquals(500, tokens.consume(second, "alice", "cards-1").orElseThrow().room());
    }

    @Test
    void theOtherTokensOfAUserLeaveThePlaceOfTheMatchAsItIs() {
        heartbeat();
        Ticket ticket = match();
        String ofMatch = tokenFor(ticket).text();
        String plain = tokens.issue(login, "cards").orElseThrow().text();
        assertTrue(tokens.issue(login, "cards").isPresent(), "it is the same place");
        assertFalse(areFree("x"), "two and one of three are kept");

        assertTrue(tokens.consume(plain, "alice", "cards-1").isPresent());
        clock.advance(Duration.ofSeconds(5));
        heartbeat();

        assertTrue(areFree("x"), "the server would have counted alice by now");
        assertFalse(areFree("x", "y"), "two of three are kept for the match");
        assertEquals(500, tokens.consume(ofMatch, "alice", "cards-1").orElseThrow().room());
    }

    @Test
    void whoComesWithATokenOfAMatchLeavesThePlaceOfTheOtherTokensAsItIs() {
        heartbeat();
        Ticket ticket = match();
        String plain = tokens.issue(login, "cards").orElseThrow().text();

        assertTrue(tokens.consume(tokenFor(ticket).text(), "alice", "cards-1").isPresent());
        clock.advance(Duration.ofSeconds(5));
        heartbeat();

        assertFalse(areFree("x", "y"), "one is kept for bob and one for the other token");
        assertTrue(tokens.consume(plain, "alice", "cards-1").isPresent());
    }
}
