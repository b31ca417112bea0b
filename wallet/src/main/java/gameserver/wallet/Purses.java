package gameserver.wallet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The table of purses, in one transaction. */
final class Purses {
    private static final String OPEN =
            """
            INSERT INTO purse (user_id, balance, granted) VALUES (:user, :balance, :balance)
            ON CONFLICT (user_id) DO NOTHING
            """;

    private static final String CHANGE =
            """
            UPDATE purse SET balance = balance + :difference, changes = changes + 1
            WHERE user_id = :user AND balance + :difference >= 0
            """;

    private static final String PAY =
            """
            UPDATE purse SET balance = balance + :chips, won = won + :won, changes = changes + 1
            WHERE user_id = :user
            """;

    private static final String AUDIT =
            """
            SELECT COALESCE(SUM(balance), 0),
              (SELECT COALESCE(SUM(held), 0) FROM bet WHERE held > 0),
              COALESCE(SUM(granted), 0),
              COALESCE(SUM(won), 0)
            FROM purse
            """;

    private final Handle handle;

    /**
     * What comes into a purse at the end of a round.
     *
     * @param won of these chips; negative when the user has lost
     */
    record Gain(long chips, long won) {
        /** Of a bet that was held, and is settled. */
        static Gain of(Bets.Row held, Bets.Row settled) {
            long won = settled.returned() - settled.staked();
            return new Gain(held.held() + won, won);
        }

        Gain plus(Gain other) {
            return new Gain(chips + other.chips, won + other.won);
        }
    }

    Purses(Handle handle) {
        this.handle = handle;
    }

    /** Makes a purse for a user who has none. */
    void open(String userId, long initialBalance) {
        handle.createUpdate(OPEN).bind("user", userId).bind("balance", initialBalance).execute();
    }

    /**
     * Puts chips into a purse, or takes them out of it.
     *
     * @param difference negative to take
     * @return false when there are not as many in it, or there is no purse
     */
    boolean change(String userId, long difference) {
        return handle.createUpdate(CHANGE)
                        .bind("difference", difference)
                        .bind("user", userId)
                        .execute()
                == 1;
    }

    /** Puts chips into purses, one after the other. */
    void pay(SortedMap<String, Gain> gains) {
        if (gains.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(PAY);
        gains.forEach(
                (userId, gain) ->
                        batch.bind("user", userId)
                                .bind("chips", gain.chips())
                                .bind("won", gain.won())
                                .add());
        batch.execute();
    }

    /** The balance of a user; empty when there is no purse. */
    Optional<Balance> balance(String userId) {
        return Optional.ofNullable(balances(List.of(userId)).get(userId));
    }

    /** The balances of those of the users who have a purse. */
    Map<String, Balance> balances(Collection<String> userIds) {
        return handle
                .createQuery(
                        "SELECT user_id, balance, changes FROM purse WHERE user_id IN (<users>)")
                .bindList("users", List.copyOf(userIds))
                .map(
                        (row, context) ->
                                Map.entry(
                                        row.getString(1),
                                        new Balance(row.getLong(2), row.getLong(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All chips, also those that are held, at one moment. */
    Audit audit() {
        return handle.createQuery(AUDIT)
                .map(
                        (row, context) ->
                                new Audit(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4)))
                .one();
    }
}
