package gameserver.client;

import gameserver.baccarat.packet.BalanceNotify;
import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GamePayoutNotify;
import gameserver.baccarat.packet.GameResultNotify;
import gameserver.baccarat.packet.GameStateNotify;
import gameserver.net.packet.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a user has been told of the table it sits at: its state, the bets, the cards, and the chips.
 *
 * <p>Not thread-safe; {@link GameView} guards it.
 */
final class KnownTable {
    private GameStateNotify state = new GameStateNotify(GameView.WAITING, 0, 0);
    private Instant changed = Instant.EPOCH;

    /** Of the round, by room user id, in the order in which they came. */
    private final Map<Long, GameBetNotify> bets = new LinkedHashMap<>();

    private @Nullable GameResultNotify lastResult;
    private long balance;

    /** Takes note of a packet, if it is about the table. */
    void see(@Nullable Received packet, Instant at) {
        if (packet instanceof BalanceNotify seated) {
            bets.clear();
            lastResult = null;
            balance = seated.balance();
        } else if (packet instanceof GameStateNotify next) {
            if (next.state() == GameView.BETTING) {
                bets.clear();
            }
            state = next;
            changed = at;
        } else if (packet instanceof GameBetNotify bet) {
            bets.put(bet.roomUserId(), bet);
        } else if (packet instanceof GameResultNotify result) {
            lastResult = result;
        } else if (packet instanceof GamePayoutNotify payout) {
            balance = payout.balance();
        }
    }

    /**
     * The table in lines.
     *
     * @param now for the seconds that are left
     */
    List<String> lines(Instant now, Function<GameBetNotify, String> betInWords) {
        List<String> lines = new ArrayList<>();
        lines.add(GameView.words(withTimeLeft(now)));
        bets.values().forEach(bet -> lines.add("  " + betInWords.apply(bet)));
        if (lastResult != null) {
            lines.add("  last cards: " + GameView.words(lastResult));
        }
        lines.add("  you have " + balance + " chips, as far as you were told");
        return lines;
    }

    private GameStateNotify withTimeLeft(Instant now) {
        long passed = Duration.between(changed, now).toMillis();
        long left = Math.max(0, state.millisLeft() - passed);
        return new GameStateNotify(state.state(), (int) left, state.round());
    }
}
