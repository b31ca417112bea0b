package gameserver.wallet;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import gameserver.net.testing.PostgresSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** An empty ledger in a database of its own. */
final class TestLedger implements AutoCloseable {
    enum Kind {
        MEMORY,
        SQLITE,
        POSTGRESQL
    }

    private final @Nullable PostgresSchema schema;
    private final HikariDataSource pool;
    private final Ledger ledger;
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger statements = new AtomicInteger();

    TestLedger(Kind kind) {
        schema = kind == Kind.POSTGRESQL ? PostgresSchema.create() : null;
        pool = new HikariDataSource(config(kind, schema));
        ledger = Ledger.createNew(Jdbi.create(pool).setSqlLogger(counter()), clock);
    }

    /** Counts a batch as one, since its statements are sent together. */
    private SqlLogger counter() {
        return new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                statements.incrementAndGet();
            }
        };
    }

    private static HikariConfig config(Kind kind, @Nullable PostgresSchema schema) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(kind == Kind.MEMORY ? 1 : 8);
        config.setJdbcUrl(
                switch (kind) {
                    case MEMORY -> "jdbc:sqlite::memory:";
                    case SQLITE -> "jdbc:sqlite:" + newFile();
                    case POSTGRESQL -> schema == null ? "" : schema.url();
                });
        if (kind == Kind.SQLITE) {
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("busy_timeout", "20000");
        }
        return config;
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("ledger", ".db");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ledger ledger() {
        return ledger;
    }

    /** How many bets the database has. */
    int bets() {
        return Jdbi.create(pool)
                .withHandle(h -> h.select("SELECT COUNT(*) FROM bet").mapTo(int.class).one());
    }

    ManualClock clock() {
        return clock;
    }

    /** How often the database was asked something until now. */
    int statements() {
        return statements.get();
    }

    @Override
    public void close() {
        pool.close();
        if (schema != null) {
            schema.close();
        }
    }
}
