package gameserver.api;

import gameserver.api.account.AccessTokens;
import gameserver.api.account.AccessTokens.Login;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;

/** Who calls: anyone, a user who is logged in, or a game server. */
final class Callers {
    private static final String BEARER = "Bearer ";

    private final byte[] secret;
    private final AccessTokens accessTokens;
    private final RequestRate rate;

    /** What is done for a user who is logged in. */
    interface UserCall {
        void handle(Context call, Login user);
    }

    Callers(String secret, AccessTokens accessTokens, RequestRate rate) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.accessTokens = accessTokens;
        this.rate = rate;
    }

    /** Answers 429 to an address that sends too much. Game servers are trusted not to. */
    void limitRate(Context call) {
        if (!isGameServer(call) && !rate.allows(call.ip())) {
            throw ProblemException.retry(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many requests from this address",
                    Duration.ofSeconds(1));
        }
    }

    /** Answers 401 unless an access token comes with the call. */
    Handler usersOnly(UserCall handler) {
        return call -> {
            Login user =
                    bearer(call)
                            .flatMap(accessTokens::find)
                            .orElseThrow(
                                    () ->
                                            ProblemException.unauthorized(
                                                    "no access token, or one that is void"));
            handler.handle(call, user);
        };
    }

    /** Answers 401 unless the shared secret comes with the call. */
    Handler gameServersOnly(Handler handler) {
        return call -> {
            if (!isGameServer(call)) {
                throw ProblemException.unauthorized("not the secret of the game servers");
            }
            handler.handle(call);
        };
    }

    /** Takes the same time for any guess of the same length. */
    private boolean isGameServer(Context call) {
        return bearer(call)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(bytes -> MessageDigest.isEqual(secret, bytes))
                .isPresent();
    }

    private static Optional<String> bearer(Context call) {
        return Optional.ofNullable(call.header(Header.AUTHORIZATION))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()));
    }
}
