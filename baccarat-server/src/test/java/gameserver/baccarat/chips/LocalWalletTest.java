package gameserver.baccarat.chips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.server.ServerStartException;
import gameserver.wallet.Audit;
import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Ledger;
import gameserver.wallet.Settlement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lone server's file has in the end. */
final class LocalWalletTest {
    private static final int ROUNDS = 300;
    private static final int PLAYERS = 7;

    @TempDir private Path folder = Path.of("");

    private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");

    private LocalWallet wallet() {
        return new LocalWallet(Optional.of(folder.resolve("chips.db")), 1000, () -> now);
    }

    private Jdbi file() {
        return Jdbi.create("jdbc:sqlite:" + folder.resolve("chips.db"));
    }

    private int rows(String table) {
        return file().withHandle(
                        h -> h.select("SELECT COUNT(*) FROM " + table).mapTo(int.class).one());
    }

    private Audit audit() {
        return Ledger.create(file(), InstantSource.system()).audit();
    }

    private static <T> T answer(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    /** Who is at the table bets 10 and gets 10 back. */
    private static void play(LocalWallet wallet, int round) {
        List<Settlement> bets = new ArrayList<>();
        for (int i = 0; i < PLAYERS; i++) {
            String key = round + ":" + i;
            answer(wallet.open("user" + i));
            answer(wallet.hold(new Hold(key, 1, "user" + i, 10, wallet.run())));
            bets.add(new Settlement(key, "user" + i, 10, 10));
        }
        answer(wallet.settle(bets));
        answer(wallet.open("user0")); // What the wallet does after a round is done by then.
    }

    @Test
    void betsThatWereSettledLongAgoAreForgotten() {
        LocalWallet wallet = wallet();
        for (int round = 0; round < ROUNDS; round++) {
            play(wallet, round);
            now = now.plusSeconds(10);
        }
        wallet.close();

        assertEquals(PLAYERS * 7, rows("bet")); // Of the last round, and of the minute before it.
        assertEquals(new Audit(PLAYERS * 1000L, 0, PLAYERS * 1000L, 0), audit());
    }

    @Test
    void aRoundThatIsSettledAgainWithinTheMinuteHasItsFirstAnswer() {
        LocalWallet wallet = wallet();
        answer(wallet.open("alice"));
        answer(wallet.hold(new Hold("k", 1, "alice", 10, wallet.run())));
        List<Settlement> round = List.of(new Settlement("k", "alice", 10, 20));
        List<Settlement.Answer> first = answer(wallet.settle(round));
        now = now.plus(Duration.ofMinutes(1));
        assertEquals(first, answer(wallet.settle(round)));
        wallet.close();
    }

    @Test
    void whoHasNeverBetLeavesNothingBehind() {
        LocalWallet wallet = wallet();
        for (int i = 0; i < 1000; i++) {
            assertEquals(new Balance(1000, 0), answer(wallet.open("user" + i)));
        }
        Hold hold = new Hold("k", 1, "user7", 10, wallet.run());
        assertEquals(
                new Hold.Answer(Hold.Outcome.HELD, new Balance(990, 1)), answer(wallet.hold(hold)));
        assertEquals(new Balance(990, 1), answer(wallet.open("user7")));
        assertEquals(new Balance(1000, 0), answer(wallet.open("user8")));
        wallet.close();

        assertEquals(1, rows("purse"));
        assertEquals(new Audit(990, 10, 1000, 0), audit());
    }

    @Test
    void aFileOfALaterVersionIsNotTouched() {
        wallet().close();
        file().useHandle(handle -> handle.execute("PRAGMA user_version = 1000"));
        ServerStartException refused = assertThrows(ServerStartException.class, this::wallet);
        assertTrue(refused.getMessage().contains("later version"), refused.getMessage());
    }
}
