package gameserver.baccarat.game;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a table has to be, said in the plainest way: everything in the open, times as differences to
 * a start that is 0, and the chips of every bet in a ledger.
 */
final class TableModel {
    static final long BETTING = 5_000;
    static final long HOLD = 2_000;
    static final long RESULT = 10_000;
    static final long LEAST = 100;
    static final long MOST = 120;
    static final int LEAST_PLAYERS = 2;

    long now;
    int state = 1;
    long round;
    private long closesAt;
    private long resultEndsAt;

    /** In the order in which they came. */
    final List<Integer> players = new ArrayList<>();

    private final Set<Integer> entitled = new TreeSet<>();
    private final Map<Integer, Bet> ledger = new TreeMap<>();
    private final Map<Integer, PendingBet<Integer>> pending = new TreeMap<>();

    Optional<Refusal> start(int player) {
        if (state != 1) {
            return Optional.of(Refusal.GAME_START_INVALID_STATE);
        }
        if (players.size() < LEAST_PLAYERS) {
            return Optional.of(Refusal.GAME_START_NOT_ENOUGH_USERS);
        }
        if (players.get(0) != player) {
            return Optional.of(Refusal.GAME_START_NOT_HOST);
        }
        state = 2;
        round++;
        closesAt = now + BETTING;
        entitled.clear();
        entitled.addAll(players);
        return Optional.empty();
    }

    void leave(int player) {
        players.remove((Integer) player);
        entitled.remove(player);
    }

    boolean isPending(int player) {
        return pending.containsKey(player);
    }

    /** Why a bet is refused, or null. */
    @Nullable Refusal refuses(int player, int side, long amount) {
        if (state != 2 || !entitled.contains(player) || now >= closesAt || isOver()) {
            return Refusal.BET_INVALID_STATE;
        }
        if (side < 1 || side > 3) {
            return Refusal.BET_INVALID_SIDE;
        }
        if (amount < LEAST || amount > MOST) {
            return Refusal.BET_INVALID_AMOUNT;
        }
        Bet placed = ledger.get(player);
        return placed != null && placed.side().number() == side && placed.amount() == amount
                ? Refusal.BET_SAME_SIDE
                : null;
    }

    void begin(PendingBet<Integer> bet) {
        pending.put(bet.player(), bet);
    }

    long amount(int player) {
        return ledger.containsKey(player) ? ledger.get(player).amount() : 0;
    }

    boolean place(PendingBet<Integer> bet) {
        if (!cancel(bet)) {
            return false;
        }
        ledger.put(bet.player(), bet.bet());
        return true;
    }

    boolean cancel(PendingBet<Integer> bet) {
        return pending.get(bet.player()) == bet && pending.remove(bet.player()) != null;
    }

    boolean isOver() {
        if (state != 2) {
            return false;
        }
        if (!pending.isEmpty()) {
            return now >= closesAt + HOLD;
        }
        return now >= closesAt || ledger.keySet().containsAll(entitled);
    }

    /** Takes all bets out of the ledger. */
    Map<Integer, Bet> close(int nextState) {
        Map<Integer, Bet> bets = new TreeMap<>(ledger);
        ledger.clear();
        pending.clear();
        state = nextState;
        resultEndsAt = now + RESULT;
        return bets;
    }

    boolean waitIfDue() {
        if (state != 3 || now < resultEndsAt) {
            return false;
        }
        state = 1;
        return true;
    }

    /** When something is due if nobody does anything; null when nothing is. */
    @Nullable Long dueAt() {
        return switch (state) {
            case 2 -> isOver() ? Long.valueOf(now) : closesAt + (pending.isEmpty() ? 0 : HOLD);
            case 3 -> resultEndsAt;
            default -> null;
        };
    }

    int timeLeft() {
        long end = state == 2 ? closesAt : resultEndsAt;
        return state == 1 ? 0 : (int) Math.max(1, end - now);
    }
}
