package gameserver.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gameserver.wallet.Hold;
import gameserver.wallet.Ledger;
import gameserver.wallet.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The chips of rounds, in databases on this machine. PostgreSQL is that of the system property
 * {@code postgres}, a JDBC URL ({@code -jvmArgsAppend -Dpostgres=...}); a schema of its own is made
 * there, and dropped in the end.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls open first.
public class Settle extends Measured {
    private static final String DEFAULT_POSTGRES =
            "jdbc:postgresql://127.0.0.1:5432/postgres?user=postgres";
    private static final int PLAYERS = 7;
    private static final int LARGEST_TABLE = 256;
    private static final long PLENTY = 1_000_000_000_000L;

    /** As a lone server keeps them, and as the API server does. */
    public enum Storage {
        SQLITE,
        POSTGRESQL
    }

    @Param private Storage storage = Storage.SQLITE;

    private final String name = "bench_" + UUID.randomUUID().toString().replace('-', '_');
    private final AtomicLong rounds = new AtomicLong();
    private HikariDataSource pool;
    private Ledger ledger;

    /** A database with the purses of all who fit at the largest table. */
    @Setup
    public void open() throws IOException {
        HikariConfig config = new HikariConfig();
        if (storage == Storage.SQLITE) {
            Path file = Files.createTempFile(name, ".db");
            file.toFile().deleteOnExit();
            config.setJdbcUrl("jdbc:sqlite:" + file);
            config.setMaximumPoolSize(1);
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "NORMAL");
        } else {
            config.setJdbcUrl(System.getProperty("postgres", DEFAULT_POSTGRES));
            config.setMaximumPoolSize(8);
            config.setConnectionInitSql("CREATE SCHEMA IF NOT EXISTS " + name);
            config.setSchema(name);
            config.addDataSourceProperty("prepareThreshold", "0"); // As the API server has it.
        }
        pool = new HikariDataSource(config);
        ledger = Ledger.createNew(Jdbi.create(pool), InstantSource.system());
        IntStream.range(0, LARGEST_TABLE).forEach(user -> ledger.open("user" + user, PLENTY));
        ledger.settle(bets(0, LARGEST_TABLE));
    }

    /** Leaves nothing behind. */
    @TearDown
    public void close() {
        if (storage == Storage.POSTGRESQL) {
            Jdbi.create(pool)
                    .useHandle(handle -> handle.execute("DROP SCHEMA " + name + " CASCADE"));
        }
        pool.close();
    }

    /** Seven bets held, one transaction each, and all seven settled in one. */
    @Benchmark
    public List<Settlement.Answer> round() {
        long round = rounds.incrementAndGet();
        for (int player = 0; player < PLAYERS; player++) {
            ledger.hold(new Hold(key(round, player), 1, "user" + player, 100, name));
        }
        return ledger.settle(bets(round, PLAYERS));
    }

    /** The bets of the largest table settled in one transaction; nothing is held for them. */
    @Benchmark
    public List<Settlement.Answer> largestTable() {
        return ledger.settle(bets(rounds.incrementAndGet(), LARGEST_TABLE));
    }

    /** The same for a server that has not heard that they are settled. */
    @Benchmark
    public List<Settlement.Answer> largestTableAgain() {
        return ledger.settle(bets(0, LARGEST_TABLE));
    }

    private static List<Settlement> bets(long round, int players) {
        return IntStream.range(0, players)
                .mapToObj(i -> new Settlement(key(round, i), "user" + i, 100, 100))
                .toList();
    }

    private static String key(long round, int player) {
        return "bench:0:" + round + ":user" + player;
    }
}
