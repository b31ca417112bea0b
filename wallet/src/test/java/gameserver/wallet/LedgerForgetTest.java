package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.wallet.TestLedger.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of bets that were settled long ago, and of who asks for them. */
@ParameterizedClass
@EnumSource(Kind.class)
final class LedgerForgetTest extends LedgerOnEachDatabase {
    /** All that are settled, portion by portion; returns how many. */
    private int forget(Duration age) {
        int all = 0;
        int forgotten;
        do {
            forgotten = ledger.forgetSettled(age);
            assertTrue(forgotten <= Ledger.PORTION);
            all += forgotten;
        } while (forgotten == Ledger.PORTION);
        return all;
    }

    @Test
    void whatWasSettledLongAgoIsForgottenAndTheSumStaysRight() {
        int rounds = 10;
        int players = 100;
        List<Settlement> last = List.of();
        for (int round = 0; round < rounds; round++) {
            List<Settlement> bets = new ArrayList<>();
            for (int i = 0; i < players; i++) {
                Settlement bet = new Settlement(round + ":" + i, "user" + i, 10, i % 3 * 10L);
                ledger.open(bet.userId(), 1000);
                ledger.hold(new Hold(bet.key(), 1, bet.userId(), 10, RUN));
                bets.add(bet);
            }
            ledger.settle(bets);
            last = bets;
        }
        hold(1, 600);
        Audit audit = ledger.audit();
        assertEquals(rounds * players + 1, database.bets());

        database.clock().advance(HOUR);
        List<Settlement.Answer> first = ledger.settle(last);
        assertEquals(0, forget(HOUR));
        assertEquals(first, ledger.settle(last));

        database.clock().advance(Duration.ofSeconds(1));
        assertEquals(rounds * players, forget(HOUR));
        assertEquals(1, database.bets());
        assertEquals(audit, ledger.audit());
        assertEquals(held(400), hold(1, 600));
    }

    @Test
    void whoSettlesABetThatIsForgottenMovesNoChip() {
        hold(1, 600);
        settle(600, 1200);
        Audit audit = ledger.audit();
        database.clock().advance(HOUR.plusSeconds(1));
        assertEquals(1, forget(HOUR));

        assertEquals(settled(0, 0, 1600), settle(600, 1200));

        assertEquals(audit, ledger.audit());
        assertEquals(tooLate(1600), hold(2, 100));
    }

    @Test
    void whatIsHeldForABetThatIsForgottenGoesBackWithItsRun() {
        hold(1, 600);
        settle(600, 1200);
        database.clock().advance(HOUR.plusSeconds(1));
        forget(HOUR);

        assertEquals(held(1000), hold(1, 600));
        assertEquals(0, forget(Duration.ZERO));

        assertEquals(List.of(RUN), ledger.runs());
        assertEquals(1, ledger.giveBack(RUN));
        assertEquals(new Audit(1600, 0, 1000, 600), ledger.audit());
    }
}
