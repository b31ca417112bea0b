package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.api.match.InterruptedTickets;
import gameserver.api.match.Matchmaking;
import gameserver.api.match.Matchmaking.Wish;
import gameserver.api.state.MemoryState;
import gameserver.api.state.Places;
import gameserver.api.state.Ticket;
import gameserver.api.state.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls that wait, and come in just the wrong moment. */
final class MatchWaitsTest {
    @Test
    void aCallThatComesWhileTheTicketsAreLookedAtIsNotToldThatItsOwnHasExpired() throws Exception {
        try (MemoryState state = new MemoryState(InstantSource.system())) {
            InterruptedTickets tickets = new InterruptedTickets(state.tickets());
            Matchmaking matchmaking =
                    new Matchmaking(
                            tickets,
                            new Places(state.servers(), state.entries()),
                            state.entries(),
                            InstantSource.system());
            Ticket ticket = matchmaking.join(new Wish("late", "cards", 2, Ticket.UNKNOWN));
            CompletableFuture<Optional<Ticket>> answer = new CompletableFuture<>();
            try (MatchWaits waits = new MatchWaits(matchmaking, state.entries())) {
                tickets.afterFind(
                        () -> {
                            CompletableFuture<?> unused =
                                    waits.change(ticket, Duration.ofMillis(300))
                                            .thenAccept(answer::complete);
                        });
                waits.start();

                assertEquals(Optional.of(ticket), answer.get(10, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void aCallThatComesWhenTheServerStopsDoesNotKeepItFromThat() {
        try (MemoryState state = new MemoryState(InstantSource.system())) {
            Matchmaking matchmaking =
                    new Matchmaking(
                            state.tickets(),
                            new Places(state.servers(), state.entries()),
                            state.entries(),
                            InstantSource.system());
            Ticket ticket = matchmaking.join(new Wish("late", "cards", 2, Ticket.UNKNOWN));
            MatchWaits waits = new MatchWaits(matchmaking, state.entries());
            waits.start();
            waits.close();

            CompletableFuture<?> answer = waits.change(ticket, Duration.ofSeconds(20));

            ExecutionException e =
                    assertThrows(ExecutionException.class, () -> answer.get(10, TimeUnit.SECONDS));
            assertInstanceOf(UnavailableException.class, e.getCause());
        }
    }
}
