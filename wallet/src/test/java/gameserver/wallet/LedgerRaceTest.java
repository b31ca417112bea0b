package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.wallet.Hold.Outcome;
import gameserver.wallet.TestLedger.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Many callers at once. */
@ParameterizedClass
@EnumSource(Kind.class)
final class LedgerRaceTest extends LedgerOnEachDatabase {
    @Test
    void whatIsForgottenAndSettledAgainAtTheSameTimeDoesNotWaitForEachOther() throws Exception {
        List<Settlement> bets = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ledger.hold(new Hold("k" + i, 1, "앨리스", 5, RUN));
            bets.add(new Settlement("k" + i, "앨리스", 5, 5));
        }
        ledger.settle(bets);
        database.clock().advance(HOUR.plusSeconds(1));

        inThreads(
                16,
                i -> () -> i % 2 == 0 ? ledger.forgetSettled(HOUR) : ledger.settle(bets).size());

        assertEquals(new Audit(1000, 0, 1000, 0), ledger.audit());
    }

    @Test
    void ofManyHoldsAtOnceAsManyAreHeldAsThereAreChips() throws Exception {
        List<Hold.Answer> answers =
                inThreads(50, i -> () -> ledger.hold(new Hold("key" + i, 1, "앨리스", 100, RUN)));

        assertEquals(10, answers.stream().filter(a -> a.outcome() == Outcome.HELD).count());
        assertEquals(new Audit(0, 1000, 1000, 0), ledger.audit());
    }

    @Test
    void ofManySettlementsAtOnceOnePays() throws Exception {
        hold(1, 600);
        List<Paid> answers = inThreads(50, i -> () -> settle(600, 600L + i));

        assertEquals(1, answers.stream().distinct().count());
        assertEquals(0, ledger.audit().held());
    }

    @Test
    void roundsThatShareTheirUsersDoNotWaitForEachOther() throws Exception {
        List<String> users = IntStream.range(0, 7).mapToObj(i -> "user" + i).toList();
        users.forEach(user -> ledger.open(user, 1_000_000));
        inThreads(
                20,
                round ->
                        () -> {
                            List<Settlement> settlements = new ArrayList<>();
                            for (String user : users) {
                                String key = round + ":" + user;
                                ledger.hold(new Hold(key, 1, user, 100, RUN));
                                settlements.add(new Settlement(key, user, 100, 200));
                            }
                            Collections.rotate(settlements, round);
                            return ledger.settle(settlements);
                        });

        users.forEach(user -> assertEquals(new Balance(1_002_000, 40), ledger.open(user, 0)));
    }

    @Test
    void whatGoesBackAndWhatIsSettledAtTheSameTimeDoNotWaitForEachOther() throws Exception {
        int tables = 8;
        ledger.open("bob", 1000);
        List<Settlement> bets = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            for (String user : List.of("앨리스", "bob")) {
                String key = table + ":" + user;
                ledger.hold(new Hold(key, 1, user, 100, RUN));
                bets.add(new Settlement(key, user, 100, 100));
            }
        }

        inThreads(
                tables,
                i ->
                        () ->
                                i % 2 == 0
                                        ? ledger.giveBack(RUN)
                                        : ledger.settle(bets.subList(2 * i, 2 * i + 2)).size());

        assertEquals(new Audit(2000, 0, 2000, 0), ledger.audit());
    }
}
