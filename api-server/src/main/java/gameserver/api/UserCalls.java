package gameserver.api;

import gameserver.api.account.AccessTokens;
import gameserver.api.account.AccessTokens.AccessToken;
import gameserver.api.account.AccessTokens.Login;
import gameserver.api.account.Accounts;
import gameserver.api.account.LoginTokens;
import gameserver.api.account.LoginTokens.LoginToken;
import gameserver.api.account.Logins;
import gameserver.api.account.Logins.Verdict;
import gameserver.api.account.Password;
import gameserver.api.account.UserId;
import gameserver.api.state.ServerRegistry;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a user's program calls: accounts, logins, login tokens. */
final class UserCalls {
    private final Accounts accounts;
    private final Logins logins;
    private final AccessTokens accessTokens;
    private final LoginTokens loginTokens;

    record Created(String userId) {}

    record LoggedIn(String accessToken, String expiresAt) {}

    record LoggedInToGame(
            String accessToken, String expiresAt, String token, ServerAddress server) {}

    record Issued(String token, String expiresAt, ServerAddress server) {}

    record ServerAddress(String id, String host, int port) {
        static ServerAddress of(LoginToken token) {
            return new ServerAddress(
                    token.serverId(), token.server().host(), token.server().port());
        }
    }

    UserCalls(
            Accounts accounts, Logins logins, AccessTokens accessTokens, LoginTokens loginTokens) {
        this.accounts = accounts;
        this.logins = logins;
        this.accessTokens = accessTokens;
        this.loginTokens = loginTokens;
    }

    /** {@code POST /v1/accounts}. */
    void createAccount(Context call) {
        JsonBody body = JsonBody.of(call);
        String userId = body.text("userId");
        String password = body.text("password");
        if (!UserId.isValid(userId)) {
            throw ProblemException.ofField(
                    "userId", "not 1 to 16 bytes of UTF-8 without control characters");
        }
        if (!Password.isValid(password)) {
            throw ProblemException.ofField("password", "not 8 to 128 characters");
        }
        if (!accounts.create(userId, password)) {
            throw new ProblemException(HttpStatus.CONFLICT, "the user id is taken");
        }
        call.status(HttpStatus.CREATED).json(new Created(userId));
    }

    /** {@code POST /v1/login}, with a game or without. */
    void logIn(Context call) {
        JsonBody body = JsonBody.of(call);
        String userId = body.text("userId");
        String password = body.text("password");
        Optional<String> game = body.optionalText("game");
        checkPassword(userId, password, call.ip());

        AccessToken access = accessTokens.issue(userId);
        if (game.isEmpty()) {
            call.json(new LoggedIn(access.text(), seconds(access.expiresAt())));
            return;
        }
        LoginToken token = issueToken(access.login(), game.get());
        call.json(
                new LoggedInToGame(
                        access.text(),
                        seconds(access.expiresAt()),
                        token.text(),
                        ServerAddress.of(token)));
    }

    private void checkPassword(String userId, String password, String address) {
        Verdict verdict = logins.check(userId, password, address);
        if (verdict == Verdict.WRONG) {
            throw ProblemException.unauthorized("no such account, or not its password");
        }
        if (verdict == Verdict.TOO_MANY_FAILURES) {
            throw ProblemException.retry(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too many failed logins",
                    logins.retryAfter(userId, address));
        }
    }

    /** {@code POST /v1/tokens}. */
    void issueToken(Context call, Login user) {
        LoginToken token = issueToken(user, JsonBody.of(call).text("game"));
        call.json(new Issued(token.text(), seconds(token.expiresAt()), ServerAddress.of(token)));
    }

    private LoginToken issueToken(Login user, String game) {
        return loginTokens
                .issue(user, game)
                .orElseThrow(
                        () ->
                                ProblemException.retry(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "no server of that game has a free place",
                                        ServerRegistry.HEARTBEAT));
    }

    /** {@code POST /v1/logout}. */
    void logOut(Context call, Login user) {
        accessTokens.revoke(user);
        call.status(HttpStatus.NO_CONTENT);
    }

    /** Whole seconds, as people read them; rounded down, so that no token is promised too long. */
    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
