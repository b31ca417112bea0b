package gameserver.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.api.account.Database;
import gameserver.api.state.MemoryState;
import gameserver.wallet.Audit;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long the API server knows what came of a bet. */
final class ForgottenBetsTest {
    private static final int BETS = 1000;

    private final ManualClock clock = new ManualClock();

    private static String url(Storage.Space space) {
        String option = "--database=";
        return space.options().stream()
                .filter(o -> o.startsWith(option))
                .findFirst()
                .orElseThrow()
                .substring(option.length());
    }

    private static List<Settlement.Answer> settle(Database database, List<Settlement> bets) {
        return database.askLedger(ledger -> ledger.settle(bets));
    }

    @ParameterizedTest
    @EnumSource
    void whatCameOfABetIsKnownForAnHour(Storage storage) {
        try (Storage.Space space = storage.open();
                Database database = new Database(url(space), clock);
                MemoryState state = new MemoryState(clock);
                DeadRuns deadRuns = new DeadRuns(state.servers(), database, clock)) {
            database.askLedger(ledger -> ledger.open("alice", 100_000));
            List<Settlement> bets = new ArrayList<>();
            for (int i = 0; i < BETS; i++) {
                Hold hold = new Hold("k" + i, 1, "alice", 10, "run-1");
                database.askLedger(ledger -> ledger.hold(hold));
                bets.add(new Settlement(hold.key(), "alice", 10, 11));
            }
            List<Settlement.Answer> answers = settle(database, bets);

            clock.advance(Duration.ofHours(1));
            deadRuns.forgetSettled();
            assertEquals(answers, settle(database, bets));

            clock.advance(Duration.ofSeconds(1));
            deadRuns.forgetSettled();
            assertTrue(settle(database, bets).stream().allMatch(answer -> answer.stake() == 0));
            Audit audit = database.askLedger(ledger -> ledger.audit());
            assertEquals(new Audit(100_000 + BETS, 0, 100_000, BETS), audit);
        }
    }
}
