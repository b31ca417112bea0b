package gameserver.wallet;

import gameserver.wallet.Bets.Row;
import gameserver.wallet.Hold.Outcome;
import gameserver.wallet.Purses.Gain;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 *   <li>A bet that was settled long ago can be forgotten; {@link #forgetSettled} says what becomes
 *       of a call that comes even later.
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
    /** So many bets are done in one transaction, where it need not be all. */
    public static final int PORTION = 256;

    private final Jdbi jdbi;
    private final InstantSource clock;

    /**
     * A ledger in a database that has the schema.
     *
     * @param clock says when a bet is settled
     */
    public Ledger(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * A ledger in a SQLite database. Its tables are made, or brought to this version, in one
     * transaction.
     *
     * @throws IllegalStateException when a later version has made them
     */
    public static Ledger create(Jdbi jdbi, InstantSource clock) {
        Schema.update(jdbi);
        return new Ledger(jdbi, clock);
    }

    /** A ledger in a database of either kind that has none of its tables yet. */
    public static Ledger createNew(Jdbi jdbi, InstantSource clock) {
        Schema.create(jdbi);
        return new Ledger(jdbi, clock);
    }

    /** The balance of a user, who is granted {@code initialBalance} the first time. */
    public Balance open(String userId, long initialBalance) {
        return jdbi.inTransaction(
                handle -> {
                    Purses purses = new Purses(handle);
                    purses.open(userId, initialBalance);
                    return purses.balance(userId).orElseThrow();
                });
    }

    /** The balance of a user; empty for one who has never been granted any. */
    public Optional<Balance> balance(String userId) {
        return jdbi.withHandle(handle -> new Purses(handle).balance(userId));
    }

    /** Holds chips for a bet, in place of what is held for it. */
    public Hold.Answer hold(Hold hold) {
        return jdbi.inTransaction(
                handle -> {
                    Purses purses = new Purses(handle);
                    Outcome outcome = replaceHeld(hold, new Bets(handle), purses);
                    return new Hold.Answer(
                            outcome, purses.balance(hold.userId()).orElse(Balance.NONE));
                });
    }

    private static Outcome replaceHeld(Hold hold, Bets bets, Purses purses) {
        Row row = bets.take(hold);
        if (row.settled() || row.version() > hold.version()) {
            return Outcome.TOO_LATE;
        }
        if (row.version() == hold.version()) {
            return row.held() == hold.amount() ? Outcome.HELD : Outcome.NOT_ENOUGH;
        }
        boolean isEnough = purses.change(hold.userId(), row.held() - hold.amount());
        bets.writeHeld(hold.key(), hold.version(), isEnough ? hold.amount() : row.held());
        return isEnough ? Outcome.HELD : Outcome.NOT_ENOUGH;
    }

    /**
     * Ends bets, all of them or none. However many they are, it takes five statements.
     *
     * @param settlements of several of the same bet the first counts
     * @return what has become of each, in the same order
     */
    public List<Settlement.Answer> settle(List<Settlement> settlements) {
        SortedMap<String, Settlement> byKey = new TreeMap<>();
        settlements.forEach(bet -> byKey.putIfAbsent(bet.key(), bet));
        return jdbi.inTransaction(
                handle -> {
                    Bets bets = new Bets(handle);
                    Purses purses = new Purses(handle);
                    Map<String, Row> rows = bets.take(byKey);
                    settleOnce(byKey, rows, bets, purses);
                    Map<String, Balance> balances = purses.balances(users(settlements));
                    return settlements.stream().map(bet -> answer(bet, rows, balances)).toList();
                });
    }

    /** Those that are not settled; their rows are in {@code rows} what they have become. */
    private void settleOnce(
            SortedMap<String, Settlement> byKey, Map<String, Row> rows, Bets bets, Purses purses) {
        List<Row> settledNow = new ArrayList<>();
        SortedMap<String, Gain> gains = new TreeMap<>();
        byKey.forEach(
                (key, bet) -> {
                    Row before = Objects.requireNonNull(rows.get(key));
                    if (!before.settled()) {
                        Row after = ended(before, bet);
                        settledNow.add(after);
                        rows.put(key, after);
                        if (before.held() > 0) { // Else no chip moves.
                            gains.merge(before.userId(), Gain.of(before, after), Gain::plus);
                        }
                    }
                });
        bets.writeSettled(settledNow, clock.instant().getEpochSecond());
        purses.pay(gains);
    }

    /** A bet whose chips are not held, because they have gone back, can't be won either. */
    private static Row ended(Row row, Settlement bet) {
        boolean counts = row.held() >= bet.stake();
        return new Row(
                row.key(),
                row.userId(),
                row.version(),
                0,
                true,
                counts ? bet.stake() : 0,
                counts ? bet.returned() : 0);
    }

    private static List<String> users(List<Settlement> settlements) {
        return settlements.stream().map(Settlement::userId).distinct().toList();
    }

    private static Settlement.Answer answer(
            Settlement bet, Map<String, Row> rows, Map<String, Balance> balances) {
        Row row = Objects.requireNonNull(rows.get(bet.key()));
        return new Settlement.Answer(
                bet.key(),
                row.staked(),
                row.returned(),
                balances.getOrDefault(bet.userId(), Balance.NONE));
    }

    /** The game servers' processes for which something is held. */
    public List<String> runs() {
        return jdbi.withHandle(handle -> new Bets(handle).runs());
    }

    /**
     * Everything that is held for a process goes back. Nothing will be held for these bets again
     * until they are forgotten. Returns how many they are.
     */
    public int giveBack(String run) {
        List<Settlement> held = jdbi.withHandle(handle -> new Bets(handle).refunds(run));
        for (int from = 0; from < held.size(); from += PORTION) {
            settle(held.subList(from, Math.min(held.size(), from + PORTION)));
        }
        return held.size();
    }

    /**
     * Forgets bets that were settled longer ago than {@code age}: at most {@link #PORTION} of them,
     * those first that were settled first. {@code age} has to be longer than a request can be on
     * its way. For what comes even later such a bet is new:
     *
     * <ul>
     *   <li>Nothing is held for it, so to settle it again moves no chip. The answer is that of a
     *       bet that has gone back, whatever the first one was.
     *   <li>To hold chips for it holds them anew, and nobody will settle them: they go back with
     *       what else is held for that run, when it has ended. Until then the user lacks them.
     * </ul>
     *
     * <p>So no chip is lost or doubled by it.
     *
     * @return how many; when it is {@link #PORTION}, there may be more
     */
    public int forgetSettled(Duration age) {
        long before = clock.instant().minus(age).getEpochSecond();
        // Not in one transaction: in SQLite one that has read before it writes may be refused that.
        List<String> keys =
                jdbi.withHandle(handle -> new Bets(handle).keysSettledBefore(before, PORTION));
        if (!keys.isEmpty()) {
            jdbi.useTransaction(handle -> new Bets(handle).forget(keys, before));
        }
        return keys.size();
    }

    /** Counts all chips, at one moment. */
    public Audit audit() {
        return jdbi.withHandle(handle -> new Purses(handle).audit());
    }
}
