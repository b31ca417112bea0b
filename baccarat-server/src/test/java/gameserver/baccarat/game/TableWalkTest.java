package gameserver.baccarat.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Anything that users, the bank and the clock can do to a table, in any order, side by side with
 * {@link TableModel}. The name of a test says its seed; {@code -Dseed=} repeats it.
 */
final class TableWalkTest {
    private static final int STEPS = 50_000;
    private static final int MOST_PLAYERS = 4;
    private static final int MOST_REMEMBERED = 8;

    private final TableModel model = new TableModel();

    /** Bets that have begun, whatever has become of them; also those of rounds long ago. */
    private final List<PendingBet<Integer>> begun = new ArrayList<>();

    private RandomGenerator random = new SplittableRandom();
    private Table<Integer> table = new Table<>(rules(), new Shoe(1, random));
    private long startNanos;
    private int lastPlayer;
    private int dealt;

    static LongStream seeds() {
        Long given = Long.getLong("seed");
        return given != null
                ? LongStream.of(given)
                : new SplittableRandom().longs(8).map(seed -> seed & Long.MAX_VALUE);
    }

    private static TableRules rules() {
        return new TableRules(
                new TableLimits(TableModel.LEAST, TableModel.MOST),
                TableModel.LEAST_PLAYERS,
                Duration.ofMillis(TableModel.BETTING),
                Duration.ofMillis(TableModel.HOLD),
                Duration.ofMillis(TableModel.RESULT));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void doesWhatTheModelDoes(long seed) {
        random = new SplittableRandom(seed);
        table = new Table<>(rules(), new Shoe(1, random));
        startNanos = random.nextLong();

        for (int step = 0; step < STEPS; step++) {
            try {
                step();
                check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", step " + step, e);
            }
        }
        assertTrue(dealt > STEPS / 100, dealt + " rounds, seed " + seed);
    }

    private void step() {
        switch (random.nextInt(14)) {
            case 0 -> enter();
            case 1 -> leave();
            case 2, 3 -> start();
            case 4, 5, 6 -> bet();
            case 7, 8 -> place();
            case 9 -> cancel();
            case 10 -> passTime();
            case 11, 12 -> deal();
            default -> clear();
        }
    }

    private void enter() {
        if (model.players.size() < MOST_PLAYERS) {
            lastPlayer++;
            table.enter(lastPlayer);
            model.players.add(lastPlayer);
        }
    }

    private void leave() {
        if (random.nextInt(3) == 0) {
            int player = somebody();
            table.leave(player);
            model.leave(player);
        }
    }

    /** Mostly of those who are there. */
    private int somebody() {
        return model.players.isEmpty() || random.nextInt(20) == 0
                ? random.nextInt(lastPlayer + 2)
                : model.players.get(random.nextInt(model.players.size()));
    }

    private void start() {
        int player =
                model.players.isEmpty() || random.nextInt(3) == 0
                        ? somebody()
                        : model.players.get(0);
        Optional<Refusal> expected = model.start(player);

        assertEquals(expected, table.start(player, nanos()));
    }

    private void bet() {
        int player = somebody();
        int side = random.nextInt(10) == 0 ? random.nextInt(-5, 9) : random.nextInt(1, 4);
        Long amount = random.nextInt(4) == 0 ? null : Long.valueOf(random.nextLong(98, 123));
        long chips = amount == null ? TableModel.LEAST : amount;
        Refusal refusal = model.refuses(player, side, chips);
        if (refusal == null && model.isPending(player)) {
            return; // A caller's mistake, which a test of its own shows.
        }

        BetCheck<Integer> check = table.bet(player, side, amount, nanos());

        if (check instanceof PendingBet<Integer> pending) {
            assertEquals(null, refusal);
            assertEquals(new Bet(Side.of(side).orElseThrow(), chips), pending.bet());
            assertEquals(model.amount(player), pending.amountBefore());
            assertEquals(model.round, pending.round());
            model.begin(pending);
            remember(pending);
        } else {
            assertEquals(new RefusedBet<Integer>(refusal), check);
        }
    }

    private void remember(PendingBet<Integer> pending) {
        if (begun.size() == MOST_REMEMBERED) {
            begun.remove(random.nextInt(MOST_REMEMBERED));
        }
        begun.add(pending);
    }

    private void place() {
        if (!begun.isEmpty()) {
            PendingBet<Integer> bet = begun.get(random.nextInt(begun.size()));
            assertEquals(model.place(bet), table.place(bet));
        }
    }

    private void cancel() {
        if (!begun.isEmpty() && random.nextBoolean()) {
            PendingBet<Integer> bet = begun.get(random.nextInt(begun.size()));
            model.cancel(bet);
            table.cancel(bet);
        }
    }

    /** A little, or up to what is due, or just short of it, or past it. */
    private void passTime() {
        Long due = model.dueAt();
        if (due == null || random.nextInt(3) == 0) {
            model.now += random.nextLong(TableModel.BETTING);
        } else {
            model.now = Math.max(model.now, due + random.nextLong(-1, 3));
        }
    }

    private void deal() {
        if (random.nextInt(50) == 0) {
            assertRefunded(model.state == 2, table.callOff());
            return;
        }
        boolean over = model.isOver();
        Optional<RoundResult<Integer>> result = table.dealIfDue(nanos());
        assertEquals(over, result.isPresent());
        if (result.isPresent()) {
            dealt++;
            assertEquals(model.round, result.get().round());
            assertPaid(model.close(3), result.get());
        }
    }

    private void assertRefunded(boolean betting, List<Payout<Integer>> refunds) {
        Map<Integer, Bet> bets = model.close(1);
        assertEquals(betting ? bets.size() : 0, refunds.size());
        for (Payout<Integer> refund : refunds) {
            assertEquals(bets.remove(refund.player()), refund.bet());
            assertEquals(refund.bet().amount(), refund.returned());
        }
    }

    /** Each bet once, and nothing else. */
    private static void assertPaid(Map<Integer, Bet> bets, RoundResult<Integer> result) {
        for (Payout<Integer> payout : result.payouts()) {
            assertEquals(bets.remove(payout.player()), payout.bet());
            assertEquals(payout.bet().returned(result.coup().winner()), payout.returned());
        }
        assertTrue(bets.isEmpty(), () -> "not paid: " + bets);
    }

    private void clear() {
        assertEquals(model.waitIfDue(), table.waitIfDue(nanos()));
    }

    private long nanos() {
        return startNanos + Duration.ofMillis(model.now).toNanos();
    }

    private void check() {
        TableView view = table.view(nanos());
        assertEquals(model.state, view.state().number());
        assertEquals(model.timeLeft(), view.millisLeft());
        assertEquals(model.round, view.round());
        assertEquals(model.players.stream().findFirst(), table.host());
        Long due = model.dueAt();
        long left = table.nanosUntilDue(nanos());
        if (due == null) {
            assertEquals(Long.MAX_VALUE, left);
        } else {
            long expected = Duration.ofMillis(Math.max(0, due - model.now)).toNanos();
            assertEquals(expected, Math.max(0, left));
        }
    }
}
