package gameserver.client;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code client baccarat-demo}: an API server, two game servers and players in one terminal. */
@Command(
        name = "baccarat-demo",
        description = "Starts an API server, two baccarat servers and some bots, and plays.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class BaccaratDemo extends Demo {
    /** Three play with each other; two wait for the newcomer. */
    private static final List<String> BOTS = List.of("mina", "leo", "하늘", "nora", "바다");

    private static final int TABLE_SIZE = 3;
    private static final String GAME = "baccarat-server";
    private static final String PASSWORD = "demo-password";

    private static final String HINT =
            """

            An API server finds you a table with two bots, on one of two baccarat servers. Try:
              start                 begins a round, if you have been at the table longest
              bet player 500        bets on player, banker or tie
              table                 shows the bets, the cards and the seconds left
              chat hello            all at the table hear it
              leave, then match 3   finds another table
            'help' lists all commands, Tab completes them, 'quit' or Ctrl-D ends the demo.
            Others can join from another terminal, and each needs an account:
              ./run client --connect %s --api %s --game %s
              client> register NAME PASSWORD, then api-login NAME PASSWORD, then match 3
            """;

    @Option(
            names = "--api-server",
            paramLabel = "jar",
            required = true,
            description = "The API server's jar.")
    private @Nullable Path apiServer;

    @Option(
            names = "--server",
            paramLabel = "jar",
            required = true,
            description = "The baccarat server's jar.")
    private @Nullable Path server;

    @Override
    void play() throws IOException, InterruptedException {
        tell("starting an API server, two baccarat servers and some bots ...");
        try (ServerProcess accounts = ServerProcess.create();
                ServerProcess one = ServerProcess.create();
                ServerProcess two = ServerProcess.create()) {
            URI url = URI.create("http://" + startApiServer(accounts));
            HostPort address = startTables(one, url, "tables-1");
            startTables(two, url, "tables-2");
            ApiSettings api = new ApiSettings(url, GAME);
            TableBots bots = TableBots.start(BOTS, TABLE_SIZE, api);
            try {
                converse(
                        List.of(accounts, one, two),
                        address,
                        api,
                        HINT.formatted(address, url, GAME),
                        List.of(
                                "register " + quotedName() + " " + PASSWORD,
                                "api-login " + quotedName() + " " + PASSWORD,
                                "match " + TABLE_SIZE));
            } finally {
                bots.close();
            }
        }
    }

    private HostPort startApiServer(ServerProcess process) throws IOException {
        return process.start(
                Objects.requireNonNull(apiServer, "required"),
                "--bind=127.0.0.1:0",
                "--database=jdbc:sqlite:" + process.folder().resolve("accounts.db"),
                "--log-level=warn");
    }

    private HostPort startTables(ServerProcess process, URI api, String id) throws IOException {
        return process.start(
                Objects.requireNonNull(server, "required"),
                "--bind=127.0.0.1:0",
                "--api=" + api,
                "--api-timeout=3s", // All start at once, on a machine that may be a slow one.
                "--server-id=" + id,
                "--drain-timeout=2s",
                "--log-level=warn");
    }
}
