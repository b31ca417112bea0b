package gameserver.wallet;

import gameserver.wallet.Hold.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Who has how many chips, in a database. The rules:
 *
 * <ol>
 *   <li>A bet is held when it is placed: its chips leave the balance, and are nobody's until the
 *       round is over.
 *   <li>A bet is settled once. Who settles it again is told what came of the first time.
 *   <li>Nothing is held for a bet that is settled, even if it was settled before it was ever held:
 *       a request that was on its way too long does no harm.
 *   <li>So every call can be repeated until its answer arrives, and no chip is lost or doubled.
 *   <li>The sum of all balances and of what is held is what users were granted and have won,
 *       always: {@link #audit}.
 * </ol>
 *
 * <p>Each call is one transaction. It takes the rows of all its bets, in the order of their keys,
 * and then the purses, in the order of their users, so two calls never wait for each other.
 *
 * <p><strong>Threads:</strong> any; a call blocks its thread for as long as the database takes.
 */
public final class Ledger {
    private static final String SCHEMA = "/db/wallet/V100__wallet.sql";

    private static final String OPEN =
            """
            INSERT INTO purse (user_id, balance, granted) VALUES (:user, :balance, :balance)
            ON CONFLICT (user_id) DO NOTHING
            """;

    /** The row is there after that, and it, in SQLite the database, is this transaction's. */
    private static final String TAKE_BET =
            """
            INSERT INTO bet (bet_key, user_id, run_id, version, held, settled, staked, returned)
            VALUES (:key, :user, :run, 0, 0, FALSE, 0, 0)
            ON CONFLICT (bet_key) DO UPDATE SET bet_key = excluded.bet_key
            """;

    private static final String PAY_IN =
            """
            UPDATE purse SET balance = balance + :amount
            WHERE user_id = :user AND balance + :amount >= 0
            """;

    private final Jdbi jdbi;

    /** A row of the table of bets. */
    private record Row(long version, long held, boolean settled, long staked, long returned) {}

    /** A ledger in a database that has the schema. */
    public Ledger(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The same, with the schema made if it is not there. */
    public static Ledger create(Jdbi jdbi) {
        jdbi.useHandle(handle -> handle.createScript(schema()).execute());
        return new Ledger(jdbi);
    }

    private static String schema() {
        try (InputStream file = Objects.requireNonNull(Ledger.class.getResourceAsStream(SCHEMA))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The balance of a user, who is granted {@code initialBalance} the first time. */
    public long open(String userId, long initialBalance) {
        return jdbi.inTransaction(
                handle -> {
                    handle.createUpdate(OPEN)
                            .bind("user", userId)
                            .bind("balance", initialBalance)
                            .execute();
                    return balance(handle, userId);
                });
    }

    /** The balance of a user; empty for one who has never been granted any. */
    public Optional<Long> balance(String userId) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT balance FROM purse WHERE user_id = :user")
                                .bind("user", userId)
                                .mapTo(Long.class)
                                .findOne());
    }

    /** Holds chips for a bet, in place of what is held for it. */
    public Hold.Answer hold(Hold hold) {
        return jdbi.inTransaction(
                handle -> {
                    takeBet(handle, hold.key(), hold.userId(), hold.run());
                    Outcome outcome = hold(handle, hold, row(handle, hold.key()));
                    return new Hold.Answer(outcome, balance(handle, hold.userId()));
                });
    }

    private static Outcome hold(Handle handle, Hold hold, Row row) {
        if (row.settled || row.version > hold.version()) {
            return Outcome.TOO_LATE;
        }
        if (row.version == hold.version()) {
            return row.held == hold.amount() ? Outcome.HELD : Outcome.NOT_ENOUGH;
        }
        boolean isEnough = payIn(handle, hold.userId(), row.held - hold.amount());
        handle.createUpdate("UPDATE bet SET version = :version, held = :held WHERE bet_key = :key")
                .bind("version", hold.version())
                .bind("held", isEnough ? hold.amount() : row.held)
                .bind("key", hold.key())
                .execute();
        return isEnough ? Outcome.HELD : Outcome.NOT_ENOUGH;
    }

    /**
     * Ends bets, all of them or none.
     *
     * @return what has become of each, in the same order
     */
    public List<Settlement.Answer> settle(List<Settlement> settlements) {
        return jdbi.inTransaction(
                handle -> {
                    settlements.stream()
                            .sorted(Comparator.comparing(Settlement::key))
                            .forEach(bet -> takeBet(handle, bet.key(), bet.userId(), ""));
                    settlements.stream()
                            .sorted(Comparator.comparing(Settlement::userId))
                            .forEach(settlement -> settle(handle, settlement));
                    List<Settlement.Answer> answers = new ArrayList<>();
                    for (Settlement settlement : settlements) {
                        answers.add(answer(handle, settlement));
                    }
                    return answers;
                });
    }

    private static void settle(Handle handle, Settlement settlement) {
        Row row = row(handle, settlement.key());
        if (row.settled) {
            return;
        }
        // A bet whose chips are not held, because they have gone back, can't be won either.
        boolean counts = row.held >= settlement.stake();
        long stake = counts ? settlement.stake() : 0;
        long returned = counts ? settlement.returned() : 0;
        handle.createUpdate(
                        """
                        UPDATE bet SET held = 0, settled = TRUE, staked = :stake,
                        returned = :returned WHERE bet_key = :key
                        """)
                .bind("stake", stake)
                .bind("returned", returned)
                .bind("key", settlement.key())
                .execute();
        payIn(handle, settlement.userId(), row.held - stake + returned);
    }

    private static Settlement.Answer answer(Handle handle, Settlement settlement) {
        Row row = row(handle, settlement.key());
        return new Settlement.Answer(
                settlement.key(), row.staked, row.returned, balance(handle, settlement.userId()));
    }

    /** The game servers' processes for which something is held. */
    public List<String> runs() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery("SELECT DISTINCT run_id FROM bet WHERE held > 0")
                                .mapTo(String.class)
                                .list());
    }

    /**
     * Everything that is held for a process goes back, for ever. Returns how many bets that are.
     */
    public int giveBack(String run) {
        List<Settlement> held =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery(
                                                """
                                                SELECT bet_key, user_id FROM bet
                                                WHERE held > 0 AND run_id = :run
                                                """)
                                        .bind("run", run)
                                        .map(
                                                (row, context) ->
                                                        Settlement.ofNothing(
                                                                row.getString(1), row.getString(2)))
                                        .list());
        if (!held.isEmpty()) {
            settle(held);
        }
        return held.size();
    }

    /** Counts all chips, at one moment. */
    public Audit audit() {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(
                                        """
                                        SELECT
                                          (SELECT COALESCE(SUM(balance), 0) FROM purse),
                                          (SELECT COALESCE(SUM(held), 0) FROM bet),
                                          (SELECT COALESCE(SUM(granted), 0) FROM purse),
                                          (SELECT COALESCE(SUM(returned - staked), 0) FROM bet)
                                        """)
                                .map(
                                        (row, context) ->
                                                new Audit(
                                                        row.getLong(1),
                                                        row.getLong(2),
                                                        row.getLong(3),
                                                        row.getLong(4)))
                                .one());
    }

    private static void takeBet(Handle handle, String key, String userId, String run) {
        handle.createUpdate(TAKE_BET)
                .bindMap(Map.of("key", key, "user", userId, "run", run))
                .execute();
    }

    private static Row row(Handle handle, String key) {
        return handle.createQuery(
                        """
                        SELECT version, held, settled, staked, returned FROM bet
                        WHERE bet_key = :key
                        """)
                .bind("key", key)
                .map(
                        (row, context) ->
                                new Row(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getBoolean(3),
                                        row.getLong(4),
                                        row.getLong(5)))
                .one();
    }

    private static boolean payIn(Handle handle, String userId, long amount) {
        return handle.createUpdate(PAY_IN).bind("amount", amount).bind("user", userId).execute()
                == 1;
    }

    private static long balance(Handle handle, String userId) {
        return handle.createQuery("SELECT balance FROM purse WHERE user_id = :user")
                .bind("user", userId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }
}
