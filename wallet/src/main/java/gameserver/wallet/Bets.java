package gameserver.wallet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of bets, in one transaction. */
final class Bets {
    /** The row is there after that, and it, in SQLite the database, is this transaction's. */
    private static final String TAKE =
            """
            INSERT INTO bet (bet_key, user_id, run_id, version, held, settled, staked, returned)
            VALUES (:key, :user, :run, 0, 0, FALSE, 0, 0)
            ON CONFLICT (bet_key) DO UPDATE SET bet_key = excluded.bet_key
            """;

    private static final String FIND =
            """
            SELECT bet_key, user_id, version, held, settled, staked, returned FROM bet
            WHERE bet_key IN (<keys>)
            """;

    private static final String SETTLE =
            """
            UPDATE bet SET held = 0, settled = TRUE, staked = :staked, returned = :returned,
            settled_at = :now WHERE bet_key = :key
            """;

    private static final String FIND_SETTLED =
            """
            SELECT bet_key FROM bet WHERE settled AND settled_at < :before
            ORDER BY settled_at LIMIT :most
            """;

    private static final String FORGET =
            "DELETE FROM bet WHERE bet_key = :key AND settled AND settled_at < :before";

    private final Handle handle;

    /**
     * A row.
     *
     * @param staked what counted, once it is settled
     */
    record Row(
            String key,
            String userId,
            long version,
            long held,
            boolean settled,
            long staked,
            long returned) {}

    Bets(Handle handle) {
        this.handle = handle;
    }

    /** Takes the row of a bet, which is new, or as it was. */
    Row take(Hold hold) {
        handle.createUpdate(TAKE)
                .bind("key", hold.key())
                .bind("user", hold.userId())
                .bind("run", hold.run())
                .execute();
        return find(List.of(hold.key())).values().iterator().next();
    }

    /** Takes the rows of bets, one after the other, and returns all by their keys. */
    Map<String, Row> take(SortedMap<String, Settlement> byKey) {
        PreparedBatch batch = handle.prepareBatch(TAKE);
        byKey.forEach(
                (key, settlement) ->
                        batch.bind("key", key)
                                .bind("user", settlement.userId())
                                .bind("run", "") // Nothing is held for a bet that is new here.
                                .add());
        batch.execute();
        return find(byKey.keySet());
    }

    private Map<String, Row> find(Collection<String> keys) {
        return handle
                .createQuery(FIND)
                .bindList("keys", List.copyOf(keys))
                .map(
                        (row, context) ->
                                new Row(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getBoolean(5),
                                        row.getLong(6),
                                        row.getLong(7)))
                .stream()
                .collect(Collectors.toMap(Row::key, row -> row));
    }

    /** Writes down what is held for a bet that has been taken. */
    void writeHeld(String key, long version, long amount) {
        handle.createUpdate("UPDATE bet SET version = :version, held = :held WHERE bet_key = :key")
                .bind("version", version)
                .bind("held", amount)
                .bind("key", key)
                .execute();
    }

    /**
     * Writes down what has become of bets that have been taken.
     *
     * @param now seconds since 1970
     */
    void writeSettled(Collection<Row> settled, long now) {
        if (settled.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(SETTLE);
        for (Row row : settled) {
            batch.bind("key", row.key())
                    .bind("staked", row.staked())
                    .bind("returned", row.returned())
                    .bind("now", now)
                    .add();
        }
        batch.execute();
    }

    /** The game servers' processes for which something is held. */
    List<String> runs() {
        return handle.createQuery("SELECT DISTINCT run_id FROM bet WHERE held > 0")
                .mapTo(String.class)
                .list();
    }

    /** What gives back all that is held for a process. */
    List<Settlement> refunds(String run) {
        return handle.createQuery(
                        "SELECT bet_key, user_id FROM bet WHERE held > 0 AND run_id = :run")
                .bind("run", run)
                .map((row, context) -> Settlement.ofNothing(row.getString(1), row.getString(2)))
                .list();
    }

    /**
     * The keys of bets that were settled long ago; those first that were settled first.
     *
     * @param before seconds since 1970
     */
    List<String> keysSettledBefore(long before, int most) {
        return handle.createQuery(FIND_SETTLED)
                .bind("before", before)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /**
     * Deletes those of the bets that were settled long ago, in the order in which all take them.
     */
    void forget(List<String> keys, long before) {
        PreparedBatch batch = handle.prepareBatch(FORGET);
        keys.stream().sorted().forEach(key -> batch.bind("key", key).bind("before", before).add());
        batch.execute();
    }
}
