package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.wallet.Hold.Outcome;
import gameserver.wallet.TestLedger.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Calls at random, some of them twice and some of them late, to the ledger and to the plainest
 * program that keeps its rules. Both say the same. The name of a test has its seed.
 */
final class LedgerModelTest {
    private static final int CALLS = 600;
    private static final int USERS = 3;
    private static final int KEYS = 12;
    private static final int RUNS = 2;
    private static final long GRANTED = 1000;

    /** The plain program. */
    private static final class Model {
        final long[] balances = new long[USERS];
        final long[] changes = new long[USERS];
        final Map<Integer, Bet> bets = new HashMap<>();

        private static final class Bet {
            long version;
            long held;
            boolean settled;
            long staked;
            long returned;
        }

        Hold.Answer hold(int key, long version, long amount) {
            Bet bet = bets.computeIfAbsent(key, absent -> new Bet());
            int user = key % USERS;
            Outcome outcome;
            if (bet.settled || version < bet.version) {
                outcome = Outcome.TOO_LATE;
            } else if (version == bet.version) {
                outcome = bet.held == amount ? Outcome.HELD : Outcome.NOT_ENOUGH;
            } else {
                bet.version = version;
                outcome = balances[user] + bet.held < amount ? Outcome.NOT_ENOUGH : Outcome.HELD;
                if (outcome == Outcome.HELD) {
                    changeBalance(user, bet.held - amount);
                    bet.held = amount;
                }
            }
            return new Hold.Answer(outcome, balance(user));
        }

        private void changeBalance(int user, long difference) {
            balances[user] += difference;
            changes[user]++;
        }

        private Balance balance(int user) {
            return new Balance(balances[user], changes[user]);
        }

        Settlement.Answer settle(int key, long stake, long returned) {
            Bet bet = bets.computeIfAbsent(key, absent -> new Bet());
            if (!bet.settled) {
                boolean counts = stake <= bet.held;
                bet.settled = true;
                bet.staked = counts ? stake : 0;
                bet.returned = counts ? returned : 0;
                if (bet.held > 0) {
                    changeBalance(key % USERS, bet.held - bet.staked + bet.returned);
                }
                bet.held = 0;
            }
            return new Settlement.Answer(name(key), bet.staked, bet.returned, balance(key % USERS));
        }

        int giveBack(int run) {
            int count = 0;
            for (int key = run; key < KEYS; key += RUNS) {
                if (bets.containsKey(key) && bets.get(key).held > 0) {
                    settle(key, 0, 0);
                    count++;
                }
            }
            return count;
        }
    }

    private static String name(int key) {
        return "key" + key;
    }

    private static String run(int key) {
        return "run" + key % RUNS;
    }

    private static String user(int key) {
        return "user" + key % USERS;
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"MEMORY, 1", "MEMORY, 2", "MEMORY, 3", "MEMORY, 4", "SQLITE, 5", "POSTGRESQL, 6"})
    void saysWhatThePlainProgramSays(Kind kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Model model = new Model();
        try (TestLedger database = new TestLedger(kind)) {
            Ledger ledger = database.ledger();
            for (int user = 0; user < USERS; user++) {
                model.balances[user] = ledger.open(user(user), GRANTED).chips();
            }
            List<Runnable> earlier = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                boolean again = !earlier.isEmpty() && random.nextInt(4) == 0;
                Runnable call =
                        again
                                ? earlier.get(random.nextInt(earlier.size()))
                                : call(random, ledger, model);
                call.run();
                earlier.add(call);
                assertTrue(ledger.audit().isRight(), () -> ledger.audit().toString());
            }
        }
    }

    private static Runnable call(SplittableRandom random, Ledger ledger, Model model) {
        int key = random.nextInt(KEYS);
        long version = random.nextLong(1, 6);
        long amount = random.nextLong(0, 1200);
        long returned = random.nextLong(0, 3) * amount;
        return switch (random.nextInt(10)) {
            case 0 -> () -> assertEquals(model.giveBack(key % RUNS), ledger.giveBack(run(key)));
            case 1, 2, 3 ->
                    () ->
                            assertEquals(
                                    List.of(model.settle(key, amount, returned)),
                                    ledger.settle(
                                            List.of(
                                                    new Settlement(
                                                            name(key), user(key), amount,
                                                            returned))));
            default ->
                    () ->
                            assertEquals(
                                    model.hold(key, version, amount),
                                    ledger.hold(
                                            new Hold(
                                                    name(key), version, user(key), amount,
                                                    run(key))));
        };
    }
}
