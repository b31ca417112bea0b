package gameserver.api;

import gameserver.api.account.AccessTokens;
import gameserver.api.account.Accounts;
import gameserver.api.account.Database;
import gameserver.api.account.HashCost;
import gameserver.api.account.LoginTokens;
import gameserver.api.account.Logins;
import gameserver.api.match.Matchmaking;
import gameserver.api.state.MemoryState;
import gameserver.api.state.Places;
import gameserver.api.state.RedisState;
import gameserver.api.state.SharedState;
import gameserver.net.launch.RunningServer;
import gameserver.net.options.HostPort;
import gameserver.net.server.ServerStartException;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import java.time.InstantSource;

/** The parts of the API server put together, and the table of its calls. */
final class Api implements RunningServer {
    private final Database database;
    private final SharedState state;
    private final ApiMetrics metrics = new ApiMetrics();
    private final Callers callers;
    private final UserCalls users;
    private final ServerCalls servers;
    private final MatchCalls matches;
    private final MatchWaits matchWaits;
    private final OperatorCalls operators;
    private final WalletCalls wallet;
    private final DeadRuns deadRuns;
    private final HttpServer http;

    private Api(
            ApiOptions options,
            Database database,
            SharedState state,
            InstantSource clock,
            HashCost cost) {
        this.database = database;
        this.state = state;
        Accounts accounts = new Accounts(database, clock, cost);
        metrics.showHashing(accounts::hashingCallers);
        AccessTokens accessTokens = new AccessTokens(state.entries(), clock);
        Places places = new Places(state.servers(), state.entries());
        LoginTokens loginTokens = new LoginTokens(state.entries(), places, clock);
        Matchmaking matchmaking =
                new Matchmaking(state.tickets(), places, state.entries(), state.clock());
        matchWaits = new MatchWaits(matchmaking, state.entries());
        RequestRate rate = new RequestRate(options.maxRequestsPerSecond(), clock);
        callers = new Callers(options.secret(), accessTokens, rate);
        users =
                new UserCalls(
                        accounts, new Logins(accounts, state.entries()), accessTokens, loginTokens);
        servers = new ServerCalls(state.servers(), loginTokens, matchmaking);
        matches = new MatchCalls(matchmaking, matchWaits, loginTokens, database);
        operators = new OperatorCalls(database, state, metrics);
        wallet = new WalletCalls(database);
        deadRuns = new DeadRuns(state.servers(), database, clock);
        http = HttpServer.start(options, this::serve);
        deadRuns.start();
        matchWaits.start();
    }

    /**
     * Opens what the options name, and serves.
     *
     * @throws ServerStartException when that is not possible here
     */
    static Api start(ApiOptions options, InstantSource clock, HashCost cost) {
        Database database = new Database(options.database(), clock);
        try {
            return start(options, database, clock, cost);
        } catch (ServerStartException e) {
            database.close();
            throw e;
        }
    }

    private static Api start(
            ApiOptions options, Database database, InstantSource clock, HashCost cost) {
        SharedState state =
                options.redis()
                        .<SharedState>map(url -> new RedisState(url, options.redisPrefix()))
                        .orElseGet(() -> new MemoryState(clock));
        try {
            return new Api(options, database, state, clock, cost);
        } catch (ServerStartException e) {
            state.close();
            throw e;
        }
    }

    private void serve(JavalinConfig config) {
        config.requestLogger.http(metrics::count);
        config.staticFiles.enableWebjars();
        new Failures().addTo(config.routes);
        addCalls(config.routes);
    }

    /** The table. */
    void addCalls(RoutesConfig routes) {
        routes.before(call -> call.header("X-Content-Type-Options", "nosniff"));
        routes.before("/v1/*", call -> call.header("Cache-Control", "no-store"));
        routes.before("/v1/*", callers::limitRate);

        routes.post("/v1/accounts", users::createAccount);
        routes.post("/v1/login", users::logIn);
        routes.post("/v1/tokens", callers.usersOnly(users::issueToken));
        routes.post("/v1/logout", callers.usersOnly(users::logOut));

        routes.post("/v1/matches", callers.usersOnly(matches::join));
        routes.get("/v1/matches/{ticket}", callers.usersOnly(matches::ask));
        routes.delete("/v1/matches/{ticket}", callers.usersOnly(matches::leave));

        routes.get("/v1/servers", servers::list);
        routes.put("/v1/internal/servers/{id}", callers.gameServersOnly(servers::renew));
        routes.post("/v1/internal/tokens/consume", callers.gameServersOnly(servers::consumeToken));

        routes.post("/v1/internal/wallet/open", callers.gameServersOnly(wallet::open));
        routes.post("/v1/internal/wallet/hold", callers.gameServersOnly(wallet::hold));
        routes.post("/v1/internal/wallet/settle", callers.gameServersOnly(wallet::settle));
        routes.get("/v1/internal/wallet/audit", callers.gameServersOnly(wallet::audit));

        routes.get("/metrics", operators::metrics);
        routes.get("/livez", operators::isAlive);
        routes.get("/readyz", operators::isReady);
        routes.head("/readyz", operators::isReady); // Javalin would answer 200 without asking.
        routes.get("/openapi.json", operators::describe);
        routes.get("/docs", operators::showPage);
        routes.get("/docs/page.js", operators::showScript);
    }

    @Override
    public HostPort address() {
        return http.address();
    }

    @Override
    public void stop() {
        matchWaits.close();
        http.stop();
        deadRuns.close();
        database.close();
        state.close();
    }
}
