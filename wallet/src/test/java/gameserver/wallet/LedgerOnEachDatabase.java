package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.wallet.Hold.Outcome;
import gameserver.wallet.TestLedger.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** An empty ledger with a purse of 1000 chips, in which no chip may be lost. */
abstract class LedgerOnEachDatabase {
    static final String RUN = "run-1";
    static final Duration HOUR = Duration.ofHours(1);
    static final String KEY = "run-1:0:1:alice";

    @Parameter Kind kind = Kind.MEMORY;

    @Nullable TestLedger database;
    Ledger ledger;

    @BeforeEach
    void open() {
        database = new TestLedger(kind);
        ledger = database.ledger();
        ledger.open("앨리스", 1000);
    }

    @AfterEach
    void close() {
        if (database == null) {
            return; // There is no such database here, and the test is skipped.
        }
        try {
            assertTrue(ledger.audit().isRight(), () -> ledger.audit().toString());
        } finally {
            database.close();
        }
    }

    /** An answer without the number of changes. */
    record Told(Outcome outcome, long chips) {}

    /** The same of a settlement. */
    record Paid(long stake, long returned, long chips) {}

    final Told hold(int version, long amount) {
        Hold.Answer answer = ledger.hold(new Hold(KEY, version, "앨리스", amount, RUN));
        return new Told(answer.outcome(), answer.balance().chips());
    }

    static Told held(long chips) {
        return new Told(Outcome.HELD, chips);
    }

    static Told notEnough(long chips) {
        return new Told(Outcome.NOT_ENOUGH, chips);
    }

    static Told tooLate(long chips) {
        return new Told(Outcome.TOO_LATE, chips);
    }

    final Paid settle(long stake, long returned) {
        return settle(List.of(new Settlement(KEY, "앨리스", stake, returned))).get(0);
    }

    final List<Paid> settle(List<Settlement> settlements) {
        return ledger.settle(settlements).stream()
                .map(bet -> new Paid(bet.stake(), bet.returned(), bet.balance().chips()))
                .toList();
    }

    static Paid settled(long stake, long returned, long chips) {
        return new Paid(stake, returned, chips);
    }

    /** What each of so many callers at once is told. */
    static <T> List<T> inThreads(int callers, IntFunction<Callable<T>> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer :
                    threads.invokeAll(IntStream.range(0, callers).mapToObj(call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
