package gameserver.api.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of the API server that a game server makes, as docs/api-server.md says. Any thread. */
public final class GameServerApi implements Passwords {
    private static final Logger log = LoggerFactory.getLogger(GameServerApi.class);

    /** What has another form was never a token, so nobody has to be asked. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{16}");

    /**
     * Each needs a connection of its own. Who comes when there are so many is told to come again.
     */
    private static final int MOST_CHECKS = 256;

    private final ApiHttp http;
    private final String game;
    private final String serverId;
    private final String run;
    private final Semaphore checks = new Semaphore(MOST_CHECKS);

    /**
     * The calls of one server.
     *
     * @param game what is played on it
     * @param serverId its name, of which there is one
     * @param run a name for this process that no other has or had
     */
    GameServerApi(ApiHttp http, String game, String serverId, String run) {
        this.http = http;
        this.game = game;
        this.serverId = serverId;
        this.run = run;
    }

    /** What the API server calls this server. */
    public String serverId() {
        return serverId;
    }

    /** What the API server calls this process: what is held for it when it has ended goes back. */
    public String run() {
        return run;
    }

    /** For the calls that only one kind of game server makes. */
    public ApiHttp http() {
        return http;
    }

    /** Registers this server, and is its heartbeat. */
    CompletableFuture<ApiResponse> renew(HostPort address, ServerStatus status, boolean draining) {
        ObjectNode body =
                ApiHttp.body()
                        .put("game", game)
                        .put("host", address.host())
                        .put("port", address.port())
                        .put("users", status.users())
                        .put("capacity", status.capacity())
                        .put("rooms", status.rooms())
                        .put("draining", draining)
                        .put("run", run)
                        .put("roomSize", status.roomSize());
        status.matchRooms().forEach(body.putArray("matchRooms")::add);
        return http.put("/v1/internal/servers/" + serverId, body);
    }

    /** The password is a token that the API server has given out for one login on this server. */
    @Override
    public CompletionStage<Admission> check(String id, Bytes password) {
        String token = password.toText();
        if (token == null || !TOKEN.matcher(token).matches()) {
            return CompletableFuture.completedStage(Admission.refused(ErrorCode.LOGIN_REJECTED));
        }
        if (!checks.tryAcquire()) {
            return CompletableFuture.completedStage(Admission.refused(ErrorCode.LOGIN_UNAVAILABLE));
        }
        ObjectNode body =
                ApiHttp.body().put("token", token).put("userId", id).put("serverId", serverId);
        return http.post("/v1/internal/tokens/consume", body)
                .handle((response, failure) -> admission(response, failure))
                .whenComplete((admission, bug) -> checks.release());
    }

    private static Admission admission(ApiResponse response, Throwable failure) {
        if (failure != null || !response.body().path("valid").isBoolean()) {
            log.debug("no answer to the check of a token response={}", response, failure);
            return Admission.refused(ErrorCode.LOGIN_UNAVAILABLE);
        }
        if (!response.body().path("valid").booleanValue()) {
            return Admission.refused(ErrorCode.LOGIN_REJECTED);
        }
        JsonNode room = response.body().path("room");
        return room.isInt() ? Admission.grantedWith(room.intValue()) : Admission.GRANTED;
    }
}
