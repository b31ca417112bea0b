package gameserver.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import gameserver.api.account.LoginTokens;
import gameserver.api.account.LoginTokens.Admitted;
import gameserver.api.match.Matchmaking;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.ServerRegistry;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The registry of game servers, and what they ask about users. */
final class ServerCalls {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern GAME = Pattern.compile("[a-z0-9-]{1,32}");
    static final Pattern RUN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,255}");
    private static final int MOST_USERS = 10_000_000;
    private static final int MOST_MATCH_ROOMS = 64;

    private final ServerRegistry servers;
    private final LoginTokens loginTokens;
    private final Matchmaking matchmaking;

    record Listed(List<ListedServer> servers) {}

    /** What everybody may know of a server. */
    record ListedServer(
            String id,
            String game,
            String host,
            int port,
            int users,
            int capacity,
            int rooms,
            boolean draining) {
        static ListedServer of(GameServerInfo server) {
            return new ListedServer(
                    server.id(),
                    server.game(),
                    server.host(),
                    server.port(),
                    server.users(),
                    server.capacity(),
                    server.rooms(),
                    server.draining());
        }
    }

    /** Whether the user may log in, and where a place is kept for who was matched. */
    record Consumed(boolean valid, @JsonInclude(Include.NON_NULL) @Nullable Integer room) {}

    ServerCalls(ServerRegistry servers, LoginTokens loginTokens, Matchmaking matchmaking) {
        this.servers = servers;
        this.loginTokens = loginTokens;
        this.matchmaking = matchmaking;
    }

    /** {@code GET /v1/servers}. */
    void list(Context call) {
        call.json(new Listed(servers.list().stream().map(ListedServer::of).toList()));
    }

    /** {@code PUT /v1/internal/servers/{id}}: registers a server, and is its heartbeat. */
    void renew(Context call) {
        JsonBody body = JsonBody.of(call);
        GameServerInfo server =
                new GameServerInfo(
                        matching(ID, "id", call.pathParam("id")),
                        game(body),
                        matching(HOST, "host", body.text("host")),
                        body.integer("port", 1, 65535),
                        body.integer("users", 0, MOST_USERS),
                        body.integer("capacity", 0, MOST_USERS),
                        body.integer("rooms", 0, MOST_USERS),
                        body.flag("draining"),
                        body.optionalText("run").map(run -> matching(RUN, "run", run)).orElse(""),
                        body.integers("matchRooms", MOST_MATCH_ROOMS),
                        body.optionalInteger("roomSize", 0, MOST_USERS).orElse(0));
        if (!servers.renew(server)) {
            throw new ProblemException(
                    HttpStatus.CONFLICT, "a server at another address has this id");
        }
        call.header("Heartbeat-Seconds", "" + ServerRegistry.HEARTBEAT.toSeconds());
        call.header("Lease-Seconds", "" + ServerRegistry.LEASE.toSeconds());
        call.status(HttpStatus.NO_CONTENT);
    }

    static String game(JsonBody body) {
        return matching(GAME, "game", body.text("game"));
    }

    private static String matching(Pattern pattern, String field, String value) {
        if (!pattern.matcher(value).matches()) {
            throw ProblemException.ofField(field, "does not match " + pattern);
        }
        return value;
    }

    /** {@code POST /v1/internal/tokens/consume}. */
    void consumeToken(Context call) {
        JsonBody body = JsonBody.of(call);
        String userId = body.text("userId");
        Optional<Admitted> admitted =
                loginTokens.consume(body.text("token"), userId, body.text("serverId"));
        admitted.filter(a -> a.room() != null)
                .ifPresent(a -> matchmaking.arrived(userId, a.holder()));
        call.json(new Consumed(admitted.isPresent(), admitted.map(Admitted::room).orElse(null)));
    }
}
