package gameserver.baccarat;

import gameserver.baccarat.chips.Wallet;
import gameserver.wallet.Audit;
import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Ledger;
import gameserver.wallet.Settlement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** A real ledger at the end of a bad line. Belongs to the test's thread. */
public final class TestWallet implements Wallet, AutoCloseable {
    static final long GRANTED = 10_000;

    /** What becomes of a call. */
    public enum Line {
        GOOD,
        /** The question does not arrive. */
        CUT,
        /** The question arrives, the answer does not. */
        LOSES_ANSWERS,
        /** The question arrives when the test says so, and the answer with it. */
        SLOW,
        /** The question arrives, the answer when the test says so. */
        SLOW_BACK
    }

    private final Connection connection;
    private final Ledger ledger;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Line line = Line.GOOD;

    public TestWallet() {
        try {
            connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        ledger = Ledger.create(Jdbi.create(connection), InstantSource.system());
    }

    public void line(Line newLine) {
        line = newLine;
    }

    /** Lets the answers through that a slow line holds back. */
    public void answer() {
        for (Runnable answer = waiting.poll(); answer != null; answer = waiting.poll()) {
            answer.run();
        }
    }

    private <T> CompletionStage<T> ask(Supplier<T> question) {
        if (line == Line.SLOW) {
            return later(question);
        }
        if (line != Line.CUT) {
            T answer = question.get();
            if (line == Line.SLOW_BACK) {
                return later(() -> answer);
            }
            if (line == Line.GOOD) {
                return CompletableFuture.completedStage(answer);
            }
        }
        return CompletableFuture.failedStage(new IllegalStateException("the line is " + line));
    }

    private <T> CompletionStage<T> later(Supplier<T> answer) {
        CompletableFuture<T> later = new CompletableFuture<>();
        waiting.add(() -> later.complete(answer.get()));
        return later;
    }

    @Override
    public CompletionStage<Balance> open(String userId) {
        return ask(() -> ledger.open(userId, GRANTED));
    }

    @Override
    public CompletionStage<Hold.Answer> hold(Hold hold) {
        return ask(() -> ledger.hold(hold));
    }

    @Override
    public CompletionStage<List<Settlement.Answer>> settle(List<Settlement> settlements) {
        return ask(() -> ledger.settle(settlements));
    }

    @Override
    public String run() {
        return "run-1";
    }

    long balance(String userId) {
        return ledger.open(userId, GRANTED).chips();
    }

    public Audit audit() {
        return ledger.audit();
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
