package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.api.account.Database;
import gameserver.api.state.GameServerInfo;
import gameserver.api.state.MemoryState;
import gameserver.api.state.ServerRegistry;
import gameserver.api.state.UnavailableException;
import gameserver.wallet.Hold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the bets of a game server that is gone go back, and when they don't. */
final class DeadRunsTest {
    private static final Duration ALMOST = ServerRegistry.LEASE.minusMillis(1);
    private static final Duration MOMENT = Duration.ofMillis(1);

    @TempDir private Path folder = Path.of("");

    private final ManualClock clock = new ManualClock();
    private final MemoryState state = new MemoryState(clock);
    private Database database;
    private DeadRuns deadRuns;
    private boolean isCut;

    @BeforeEach
    void hold() {
        database = new Database("jdbc:sqlite:" + folder.resolve("accounts.db"), clock);
        database.askLedger(ledger -> ledger.open("alice", 1000));
        database.askLedger(ledger -> ledger.hold(new Hold("k", 1, "alice", 600, "run-1")));
        deadRuns = new DeadRuns(new Cuttable(), database, clock);
    }

    @AfterEach
    void close() {
        deadRuns.close();
        database.close();
        state.close();
    }

    /** The registry, which sometimes can't be reached. */
    private final class Cuttable implements ServerRegistry {
        @Override
        public boolean renew(GameServerInfo server) {
            return state.servers().renew(server);
        }

        @Override
        public List<GameServerInfo> list() {
            if (isCut) {
                throw new UnavailableException("cut");
            }
            return state.servers().list();
        }

        @Override
        public boolean reserve(
                String serverId, Collection<String> holders, Duration life, int most) {
            throw new AssertionError();
        }

        @Override
        public void release(String serverId, String holder) {
            throw new AssertionError();
        }
    }

    private void beat(String run) {
        state.servers()
                .renew(
                        new GameServerInfo(
                                "table-1", "game", "host", 1, 0, 10, 0, false, run, List.of(), 0));
    }

    private void lookAfter(Duration time) {
        clock.advance(time);
        deadRuns.look();
    }

    private long held() {
        return database.askLedger(ledger -> ledger.audit().held());
    }

    @Test
    void whatALivingServerHoldsStays() {
        for (int i = 0; i < 10; i++) {
            beat("run-1");
            lookAfter(Duration.ofSeconds(2));
        }
        assertEquals(600, held());
    }

    @Test
    void whatADeadServerHoldsGoesBackAfterALease() {
        deadRuns.look();
        lookAfter(ALMOST);
        assertEquals(600, held());
        lookAfter(MOMENT);
        assertEquals(0, held());
        long balance = database.askLedger(ledger -> ledger.open("alice", 0).chips());
        assertEquals(1000, balance);
    }

    @Test
    void aServerThatWasStartedAgainIsAnotherRun() {
        deadRuns.look();
        for (int i = 0; i < 3; i++) {
            beat("run-2");
            lookAfter(Duration.ofSeconds(2));
        }
        assertEquals(0, held());
    }

    @Test
    void aServerThatComesBackInTimeKeepsItsBets() {
        deadRuns.look();
        lookAfter(ALMOST);
        beat("run-1");
        lookAfter(MOMENT);
        lookAfter(ALMOST);
        assertEquals(600, held());
    }

    @Test
    void afterAnOutageThereIsAWholeLeaseToComeBackIn() {
        deadRuns.look();
        clock.advance(ALMOST);
        isCut = true;
        deadRuns.look();
        isCut = false;
        lookAfter(Duration.ofMinutes(1));
        lookAfter(ALMOST);
        assertEquals(600, held());
        lookAfter(MOMENT);
        assertEquals(0, held());
    }
}
