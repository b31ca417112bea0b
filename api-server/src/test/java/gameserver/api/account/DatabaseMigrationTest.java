package gameserver.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.PostgresSchema;
import gameserver.wallet.Audit;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Databases of earlier versions. */
final class DatabaseMigrationTest {
    private static void run(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** For longer than any call may take afterwards. */
    @Test
    void aDatabaseIsBroughtUpToDateHoweverLongThatTakes() throws SQLException {
        try (PostgresSchema schema = PostgresSchema.create()) {
            Flyway.configure()
                    .dataSource(schema.url(), null, null)
                    .locations("classpath:db/migration", "classpath:db/wallet")
                    .target("100")
                    .load()
                    .migrate();
            run(
                    schema.url(),
                    "INSERT INTO purse VALUES ('alice', 1200, 1000)",
                    "INSERT INTO bet VALUES ('k', 'alice', 'run-1', 1, 0, TRUE, 100, 300)",
                    """
                    CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql
                    AS 'BEGIN PERFORM pg_sleep(3); RETURN NEW; END'\
                    """,
                    "CREATE TRIGGER slow BEFORE UPDATE ON purse EXECUTE FUNCTION slow()");

            try (Database database = new Database(schema.url(), InstantSource.system())) {
                Audit audit = database.askLedger(ledger -> ledger.audit());
                assertEquals(new Audit(1200, 0, 1000, 200), audit);
            }
        }
    }
}
