package gameserver.api;

import gameserver.net.testing.TestServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A user who looks for a table.
 *
 * @param joinsAt the API server that is told the wish
 * @param asksAt the one that is asked what has come of it
 * @param access the user's access token
 */
record Player(TestApi joinsAt, TestApi asksAt, String access) {
    /** One with a new account. */
    static Player logIn(TestApi api, String userId) {
        return new Player(api, api, api.logIn(userId));
    }

    Http.Call joining(String game, int size) {
        return joinsAt.call("POST", "/v1/matches")
                .bearer(access)
                .json("{\"game\": \"%s\", \"size\": %d}".formatted(game, size));
    }

    Http.Call asking(String ticket, String wait) {
        return asksAt.call("GET", "/v1/matches/" + ticket + "?wait=" + wait).bearer(access);
    }

    Http.Call leaving(String ticket) {
        return joinsAt.call("DELETE", "/v1/matches/" + ticket).bearer(access);
    }

    /** Joins and asks until there is a table; anew when the machine was too slow for the call. */
    CompletableFuture<Answer> play(String game, int size) {
        return joining(game, size)
                .sendAsync()
                .thenCompose(joined -> untilMatched(joined.expect(202).text("ticket")))
                .thenCompose(
                        answer ->
                                answer.text("status").equals("expired")
                                        ? play(game, size)
                                        : CompletableFuture.completedFuture(answer));
    }

    CompletableFuture<Answer> untilMatched(String ticket) {
        return asking(ticket, "5s")
                .sendAsync()
                .thenCompose(
                        answer ->
                                answer.expect(200).text("status").equals("waiting")
                                        ? untilMatched(ticket)
                                        : CompletableFuture.completedFuture(answer))
                .orTimeout(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Waits until all have a table. */
    static void awaitAll(List<CompletableFuture<Answer>> plays) {
        CompletableFuture.allOf(plays.toArray(CompletableFuture<?>[]::new)).join();
    }
}
