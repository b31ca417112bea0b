package gameserver.baccarat.chips;

import gameserver.net.server.ServerStartException;
import gameserver.wallet.Balance;
import gameserver.wallet.Hold;
import gameserver.wallet.Ledger;
import gameserver.wallet.Settlement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chips of a server that is alone, in a file, or in memory where there is none. A user is
 * granted chips with the first bet: whoever only logs in leaves nothing here, since anybody can,
 * with any number of ids.
 *
 * <p><strong>Threads:</strong> its own, {@code wallet}, has the database. Each session and each
 * table waits for one answer at a time, so no more than that can be waiting here.
 */
public final class LocalWallet implements Wallet {
    private static final Logger log = LoggerFactory.getLogger(LocalWallet.class);
    private static final long CLOSE_SECONDS = 5;

    /**
     * How long what came of a bet is known. A call can't be lost on its way here; one that has
     * failed, because the disk was full, had no effect. So it could be shorter.
     */
    private static final Duration SETTLED_KEPT = Duration.ofMinutes(1);

    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread wallet = new Thread(task, "wallet");
                        wallet.setDaemon(true);
                        return wallet;
                    });
    private final String run = UUID.randomUUID().toString();
    private final long initialBalance;
    private final Connection connection;
    private final Ledger ledger;

    /**
     * Opens the file, and gives back what was held by a server that ended with it open.
     *
     * @param file empty for chips that are gone with this process
     * @param initialBalance of who has never bet
     * @throws ServerStartException when the file can't be used, or another server uses it
     */
    public LocalWallet(Optional<Path> file, long initialBalance) {
        this(file, initialBalance, InstantSource.system());
    }

    /** The same with another clock. */
    LocalWallet(Optional<Path> file, long initialBalance, InstantSource clock) {
        this.initialBalance = initialBalance;
        if (file.isEmpty()) {
            log.warn("chips are kept in memory, and gone when this server ends; see --wallet-file");
        }
        try {
            connection = connect(file);
            ledger = Ledger.create(Jdbi.create(connection), clock);
            for (String earlier : ledger.runs()) {
                log.info("bets given back={} run={}", ledger.giveBack(earlier), earlier);
            }
        } catch (SQLException | JdbiException | IllegalStateException e) {
            throw new ServerStartException("can't use --wallet-file: " + reason(e));
        }
    }

    private static Connection connect(Optional<Path> file) throws SQLException {
        Properties settings = new Properties();
        // Two servers with one file would give back each other's bets.
        settings.setProperty("locking_mode", "EXCLUSIVE");
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "NORMAL");
        String name = file.map(Path::toString).orElse(":memory:");
        return DriverManager.getConnection("jdbc:sqlite:" + name, settings);
    }

    private static String reason(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public CompletionStage<Balance> open(String userId) {
        return ask(() -> ledger.balance(userId).orElse(new Balance(initialBalance, 0)));
    }

    @Override
    public CompletionStage<Hold.Answer> hold(Hold hold) {
        return ask(
                () -> {
                    if (ledger.balance(hold.userId()).isEmpty()) {
                        ledger.open(hold.userId(), initialBalance);
                    }
                    return ledger.hold(hold);
                });
    }

    @Override
    public CompletionStage<List<Settlement.Answer>> settle(List<Settlement> settlements) {
        CompletionStage<List<Settlement.Answer>> answer = ask(() -> ledger.settle(settlements));
        thread.execute(this::forgetSettled);
        return answer;
    }

    /** After each round, so that there are no more of them than of the rounds of that time. */
    private void forgetSettled() {
        try {
            ledger.forgetSettled(SETTLED_KEPT);
        } catch (JdbiException e) {
            log.warn("can't forget settled bets", e);
        }
    }

    private <T> CompletionStage<T> ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, thread);
    }

    @Override
    public String run() {
        return run;
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("the wallet did not finish");
            }
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            log.warn("the wallet was not closed", e);
        }
    }
}
