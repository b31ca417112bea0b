package gameserver.benchmarks;

import gameserver.baccarat.game.PendingBet;
import gameserver.baccarat.game.RoundResult;
import gameserver.baccarat.game.Shoe;
import gameserver.baccarat.game.Side;
import gameserver.baccarat.game.Table;
import gameserver.baccarat.game.TableLimits;
import gameserver.baccarat.game.TableRules;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;

/** Rounds at a full table, without sockets and without a bank. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class BaccaratRounds extends Measured {
    private static final int DECKS = 8;
    private static final int SEATS = 7;
    private static final long LEAST_BET = 100;
    private static final Duration TIME = Duration.ofSeconds(5);
    private static final TableRules RULES =
            new TableRules(new TableLimits(LEAST_BET, 100_000), SEATS, TIME, TIME, TIME);

    private final List<Integer> players = IntStream.range(0, SEATS).boxed().toList();

    /** With real chance, as at a real table: a shuffle every so many rounds is part of the cost. */
    private final Table<Integer> table = new Table<>(RULES, new Shoe(DECKS, new SecureRandom()));

    /** The clock, which nobody waits for. */
    private long now;

    @Setup
    public void sitDown() {
        players.forEach(table::enter);
    }

    /** A round from its start to the next: seven bets on all sides, cards, payouts. */
    @Benchmark
    public RoundResult<Integer> round() {
        if (table.start(players.get(0), now).isPresent()) {
            throw new IllegalStateException("the round does not start");
        }
        for (Integer player : players) {
            int side = 1 + player % Side.values().length;
            var bet = (PendingBet<Integer>) table.bet(player, side, LEAST_BET * (1 + player), now);
            table.place(bet);
        }
        RoundResult<Integer> result = table.dealIfDue(now).orElseThrow();
        now += TIME.toNanos();
        if (!table.waitIfDue(now)) {
            throw new IllegalStateException("the round does not end");
        }
        return result;
    }
}
