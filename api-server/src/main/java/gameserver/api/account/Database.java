package gameserver.api.account;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import gameserver.api.state.UnavailableException;
import gameserver.net.server.ServerStartException;
import gameserver.wallet.Ledger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must not be lost, in a SQLite file or in PostgreSQL, with the schema of this version. Any
 * thread may use it; a call blocks its thread for as long as the database takes.
 */
public final class Database implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final int CONNECTIONS = 8;
    private static final int CONNECT_MILLIS = 900;

    /** How long PostgreSQL may take for a statement. */
    private static final int ANSWER_SECONDS = 2;

    /** The same for one that reads everything there is, before this server serves anybody. */
    private static final int MIGRATION_SECONDS = 3600;

    /** What SQLite says when its file is locked, read-only, broken, full or gone. */
    private static final Set<Integer> SQLITE_OUTAGES = Set.of(5, 6, 8, 10, 13, 14);

    private static final int VALIDATE_MILLIS = 500;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final Ledger ledger;

    /**
     * Opens the database and brings its schema up to date.
     *
     * @param clock of the ledger
     * @throws ServerStartException when that is not possible
     */
    public Database(String url, InstantSource clock) {
        try (HikariDataSource patient = open(url, MIGRATION_SECONDS)) {
            migrate(patient);
        } catch (FlywayException e) {
            throw new ServerStartException("can't use --database: " + reason(e));
        }
        pool = open(url, ANSWER_SECONDS);
        jdbi = Jdbi.create(pool);
        ledger = new Ledger(jdbi, clock);
    }

    private static HikariDataSource open(String url, int answerSeconds) {
        try {
            return new HikariDataSource(config(url, answerSeconds));
        } catch (PoolInitializationException e) {
            throw new ServerStartException("can't open --database: " + reason(e));
        } catch (RuntimeException e) { // Its message has the whole URL.
            throw new ServerStartException("can't open --database: no driver understands its URL");
        }
    }

    private static void migrate(HikariDataSource pool) {
        MigrateResult result =
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration", "classpath:db/wallet")
                        .outOfOrder(true) // Each folder counts for itself.
                        .load()
                        .migrate();
        if (result.migrationsExecuted > 0) {
            log.info("database schema brought to version={}", result.targetSchemaVersion);
        }
    }

    private static HikariConfig config(String url, int answerSeconds) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("database");
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setValidationTimeout(VALIDATE_MILLIS);
        if (url.startsWith("jdbc:sqlite:")) {
            // With a write-ahead log nobody who reads waits for the one who writes.
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("busy_timeout", "2000");
        } else {
            config.addDataSourceProperty("socketTimeout", String.valueOf(answerSeconds));
            config.addDataSourceProperty("connectTimeout", "2");
            // A plan that is kept was made for a table as small as it was then.
            config.addDataSourceProperty("prepareThreshold", "0");
        }
        return config;
    }

    /** The first line of what the driver has said; no password is in it. */
    private static String reason(Throwable error) {
        Throwable first = error;
        while (first.getCause() != null) {
            first = first.getCause();
        }
        return String.valueOf(first.getMessage()).lines().findFirst().orElse("");
    }

    /**
     * Runs statements on a connection.
     *
     * @throws UnavailableException when there is no connection to be had, or it breaks
     */
    <T> T ask(HandleCallback<T, RuntimeException> statements) {
        return orUnavailable(() -> jdbi.withHandle(statements));
    }

    /**
     * Asks the ledger, which is in this database.
     *
     * @throws UnavailableException when there is no connection to be had, or it breaks
     */
    public <T> T askLedger(Function<Ledger, T> question) {
        return orUnavailable(() -> question.apply(ledger));
    }

    private static <T> T orUnavailable(Supplier<T> statements) {
        try {
            return statements.get();
        } catch (JdbiException e) {
            if (e instanceof ConnectionException || isOutage(e.getCause())) {
                throw new UnavailableException("the database does not answer", e);
            }
            throw e;
        }
    }

    /**
     * By the class of the SQL state: connection lost, rolled back for another's sake, no resources,
     * stopped by its operator. SQLite has none, but a code of its own.
     */
    private static boolean isOutage(@Nullable Throwable cause) {
        if (!(cause instanceof SQLException e)) {
            return false;
        }
        return e.getSQLState() == null
                ? SQLITE_OUTAGES.contains(e.getErrorCode())
                : e.getSQLState().matches("(08|40|53|57).*");
    }

    /** Whether calls can succeed at the moment. */
    public boolean isReachable() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
