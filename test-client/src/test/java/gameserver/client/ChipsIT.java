package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gameserver.api.client.ApiHttp;
import gameserver.baccarat.packet.BaccaratPackets;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.testing.PostgresSchema;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The game server and the API server are killed while bets are placed and paid, at moments that a
 * seed decides; in the end all chips are there. {@code -Dkills=100} for more of that, {@code
 * -Dkills.seed=7} for the same again.
 */
@Timeout(600)
final class ChipsIT {
    private static final String SECRET = "the-secret-of-the-test";
    private static final Dialect DIALECT = new Dialect(BaccaratPackets.CATALOG, BodyFormat.BINARY);
    private static final int KILLS = Integer.getInteger("kills", 4);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    private static final int PLAYERS = 3;

    /** How long it is tried to bet; a server that has just begun takes its time with the first. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** A lease has to end, and then to be missed for as long. */
    private static final Duration CONVERGENCE = Duration.ofSeconds(30);

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir private Path directory = Path.of("");

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final ClientThreads threads = new ClientThreads(1);
    private final HttpClient http = HttpClient.newHttpClient();
    private String database = "";
    private ServerProcess api;
    private ServerProcess game;
    private URI apiAddress;
    private HostPort gameAddress;
    private int betsTaken;

    @AfterEach
    void close() {
        threads.close();
        for (ServerProcess process : new ServerProcess[] {game, api}) {
            if (process != null) {
                process.close();
            }
        }
    }

    @Test
    void allChipsAreThereInTheEndWithSqlite() throws Exception {
        database = "jdbc:sqlite:" + directory.resolve("chips.db");
        killAndAudit();
    }

    @Test
    void allChipsAreThereInTheEndWithPostgresql() throws Exception {
        try (PostgresSchema schema = PostgresSchema.create()) {
            database = schema.url();
            killAndAudit();
            game.close();
            api.close();
        }
    }

    private void killAndAudit() throws Exception {
        System.out.println("ChipsIT: kills.seed=" + SEED + " kills=" + KILLS);
        startApi("127.0.0.1:0");
        startGame("127.0.0.1:0");
        for (int i = 0; i < PLAYERS; i++) {
            post("/v1/accounts", credentials(i));
        }
        for (int i = 0; i < KILLS; i++) {
            play();
            LockSupport.parkNanos(random.nextLong(800_000_000L)); // The moment is the test.
            if (random.nextBoolean()) {
                game.kill();
                game.awaitExit(TestServer.PATIENCE);
                game.close();
                startGame(gameAddress.toString());
            } else {
                api.kill();
                api.awaitExit(TestServer.PATIENCE);
                api.close();
                startApi(apiAddress.getAuthority());
            }
        }
        game.terminate();
        game.awaitExit(Duration.ofSeconds(20));
        awaitNothingHeld();
        JsonNode audit = audit();
        assertTrue(audit.path("right").booleanValue(), audit::toString);
        assertTrue(betsTaken > 0, "nobody could bet: seed " + SEED);
    }

    private void startApi(String bind) {
        api =
                ServerProcess.start(
                        Path.of(System.getProperty("api-server.jar")),
                        "--bind=" + bind,
                        "--database=" + database,
                        "--max-requests-per-second=0",
                        "--secret=" + SECRET,
                        "--log-level=warn");
        apiAddress = URI.create("http://" + api.awaitReady());
    }

    private void startGame(String bind) {
        game =
                ServerProcess.start(
                        Path.of(System.getProperty("baccarat-server.jar")),
                        "--bind=" + bind,
                        "--api=" + apiAddress,
                        "--server-id=table-1",
                        "--secret=" + SECRET,
                        "--betting-time=200ms",
                        "--result-time=20ms",
                        "--log-level=error");
        gameAddress = game.awaitReady();
    }

    private static ObjectNode credentials(int player) {
        return ApiHttp.body().put("userId", "p" + player).put("password", "password");
    }

    private JsonNode post(String path, ObjectNode body) {
        return new ApiHttp(apiAddress, null, Duration.ofSeconds(20)).post(path, body).join().body();
    }

    /** All sit down, start and bet whatever becomes of it, until some bet is taken at least. */
    private void play() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<NetClient> players = List.of();
        do {
            players.forEach(NetClient::close);
            players = sitDown();
            startAndBet(players);
        } while (!isSomeBetTaken() && System.nanoTime() < deadline);
        betsTaken += isSomeBetTaken() ? 1 : 0;
    }

    private List<NetClient> sitDown() throws Exception {
        List<NetClient> players = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            String token =
                    post("/v1/login", credentials(i).put("game", "baccarat-server"))
                            .path("token")
                            .asText("none");
            NetClient player =
                    NetClient.connect(threads, gameAddress, DIALECT, TestServer.PATIENCE);
            player.send(LoginRequest.of("p" + i, token));
            player.send(new RoomEnterRequest(0));
            players.add(player);
        }
        return players;
    }

    private void startAndBet(List<NetClient> players) {
        for (int i = 0; i < 20; i++) {
            for (NetClient player : players) {
                player.send(new GameStartRequest());
                player.send(new GameBetRequest(random.nextInt(1, 4), random.nextLong(100, 9999)));
            }
            LockSupport.parkNanos(random.nextLong(20_000_000L));
        }
    }

    private boolean isSomeBetTaken() throws Exception {
        JsonNode audit = audit();
        return audit.path("held").longValue() != 0 || audit.path("won").longValue() != 0;
    }

    private void awaitNothingHeld() throws Exception {
        long deadline = System.nanoTime() + CONVERGENCE.toNanos();
        while (audit().path("held").longValue() > 0) {
            assertTrue(System.nanoTime() < deadline, () -> "still held, seed " + SEED);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private JsonNode audit() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(apiAddress.resolve("/v1/internal/wallet/audit"))
                        .header("Authorization", "Bearer " + SECRET)
                        .build();
        return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
