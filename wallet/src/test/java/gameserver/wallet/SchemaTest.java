package gameserver.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of earlier versions, and of later ones. */
final class SchemaTest {
    private static final Audit RIGHT = new Audit(1870, 100, 2000, -30);

    @TempDir private Path folder = Path.of("");

    private final ManualClock clock = new ManualClock();
    private Jdbi jdbi;

    /** As version 100 has left it: alice has won 570, bob has lost 600, and bets 100 again. */
    @BeforeEach
    void writeVersion100() throws IOException {
        jdbi = Jdbi.create("jdbc:sqlite:" + folder.resolve("chips.db"));
        try (var script = Ledger.class.getResourceAsStream("/db/wallet/V100__wallet.sql")) {
            String tables = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(handle -> handle.createScript(tables).execute());
        }
        run("INSERT INTO purse VALUES ('alice', 1570, 1000), ('bob', 300, 1000)");
        run(
                """
                INSERT INTO bet VALUES ('a1', 'alice', 'run-1', 1, 0, TRUE, 600, 900),
                ('a2', 'alice', 'run-1', 1, 0, TRUE, 100, 370),
                ('b1', 'bob', 'run-1', 1, 0, TRUE, 600, 0),
                ('b2', 'bob', 'run-1', 1, 100, FALSE, 0, 0)
                """);
    }

    private void run(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private int bets() {
        return jdbi.withHandle(h -> h.select("SELECT COUNT(*) FROM bet").mapTo(int.class).one());
    }

    @Test
    void aFileOfTheVersionBeforeIsBroughtUpToDate() {
        Ledger ledger = Ledger.create(jdbi, clock);

        assertEquals(RIGHT, ledger.audit());
        assertEquals(
                List.of(new Settlement.Answer("b2", 100, 200, new Balance(500, 1))),
                ledger.settle(List.of(new Settlement("b2", "bob", 100, 200))));
        assertEquals(new Audit(2070, 0, 2000, 70), ledger.audit());
        assertEquals(new Audit(2070, 0, 2000, 70), Ledger.create(jdbi, clock).audit());
    }

    @Test
    void whatTheVersionBeforeHasSettledCanBeForgotten() {
        Ledger ledger = Ledger.create(jdbi, clock);

        assertEquals(3, ledger.forgetSettled(Duration.ofHours(1)));

        assertEquals(1, bets());
        assertEquals(RIGHT, ledger.audit());
    }

    @Test
    void aFileThatCanNotBeBroughtUpToDateStaysAsItIs() {
        run("CREATE INDEX bet_settled ON bet (version)"); // In the way of the last statement.
        assertThrows(JdbiException.class, () -> Ledger.create(jdbi, clock));
        run("DROP INDEX bet_settled");

        assertEquals(RIGHT, Ledger.create(jdbi, clock).audit());
    }

    @Test
    void aFileOfALaterVersionIsNotTouched() {
        run("PRAGMA user_version = 102");
        assertThrows(IllegalStateException.class, () -> Ledger.create(jdbi, clock));
    }
}
