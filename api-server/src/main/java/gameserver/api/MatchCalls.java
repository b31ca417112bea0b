package gameserver.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import gameserver.api.UserCalls.ServerAddress;
import gameserver.api.account.AccessTokens.Login;
import gameserver.api.account.Database;
import gameserver.api.account.LoginTokens;
import gameserver.api.account.LoginTokens.LoginToken;
import gameserver.api.match.Matchmaking;
import gameserver.api.match.Matchmaking.Wish;
import gameserver.api.state.Ticket;
import gameserver.api.state.Ticket.Match;
import gameserver.net.options.Durations;
import gameserver.wallet.Balance;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How users find a table with others. */
final class MatchCalls {
    private static final int LEAST = 2;
    private static final int MOST = 7;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Matchmaking matchmaking;
    private final MatchWaits waits;
    private final LoginTokens loginTokens;
    private final Database database;

    record Joined(String ticket) {}

    /** The answer to a ticket; all but the status is there when it is {@code matched}. */
    @JsonInclude(Include.NON_NULL)
    record Status(
            String status,
            @Nullable ServerAddress server,
            @Nullable Integer room,
            @Nullable String token,
            @Nullable String expiresAt) {
        static Status of(String status) {
            return new Status(status, null, null, null, null);
        }
    }

    MatchCalls(
            Matchmaking matchmaking, MatchWaits waits, LoginTokens loginTokens, Database database) {
        this.matchmaking = matchmaking;
        this.waits = waits;
        this.loginTokens = loginTokens;
        this.database = database;
    }

    /** {@code POST /v1/matches}. */
    void join(Context call, Login user) {
        JsonBody body = JsonBody.of(call);
        String game = ServerCalls.game(body);
        int size = body.integer("size", LEAST, MOST);
        long balance =
                database.askLedger(ledger -> ledger.balance(user.userId()))
                        .map(Balance::chips)
                        .orElse(Ticket.UNKNOWN);
        Ticket ticket = matchmaking.join(new Wish(user.userId(), game, size, balance));
        call.status(HttpStatus.ACCEPTED).json(new Joined(ticket.id()));
    }

    /** {@code GET /v1/matches/{ticket}?wait=20s}. */
    void ask(Context call, Login user) {
        String id = call.pathParam("ticket");
        Duration wait = wait(call);
        Optional<Ticket> ticket = matchmaking.ask(user.userId(), id, wait);
        if (ticket.isEmpty()) {
            call.json(Status.of("expired"));
        } else if (ticket.get().hasTable() || wait.isZero()) {
            call.json(status(user, ticket.get()));
        } else {
            call.future(
                    () ->
                            waits.change(ticket.get(), wait)
                                    .thenAccept(next -> answer(call, user, next)));
        }
    }

    private void answer(Context call, Login user, Optional<Ticket> ticket) {
        call.json(ticket.map(t -> status(user, t)).orElseGet(() -> Status.of("expired")));
    }

    private static Duration wait(Context call) {
        String text = call.queryParam("wait");
        try {
            Duration wait = text == null ? Duration.ZERO : Durations.parse(text);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (IllegalArgumentException e) {
            throw ProblemException.ofField("wait", "not a duration as 500ms or 20s");
        }
    }

    /** Each time that it is asked for, a token of its own; any of them is good for the place. */
    private Status status(Login user, Ticket ticket) {
        Match match = ticket.match();
        if (match == null || !ticket.hasTable()) {
            return Status.of("waiting");
        }
        LoginToken token = loginTokens.issue(user, ticket, match);
        return new Status(
                "matched",
                ServerAddress.of(token),
                match.room(),
                token.text(),
                UserCalls.seconds(token.expiresAt()));
    }

    /** {@code DELETE /v1/matches/{ticket}}. */
    void leave(Context call, Login user) {
        matchmaking.leave(user.userId(), call.pathParam("ticket"));
        call.status(HttpStatus.NO_CONTENT);
    }
}
