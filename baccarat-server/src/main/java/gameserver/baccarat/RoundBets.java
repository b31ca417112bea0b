package gameserver.baccarat;

import gameserver.baccarat.game.Payout;
import gameserver.wallet.Hold;
import gameserver.wallet.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the wallet was asked to hold in one round, so that all of it is settled at its end: also
 * what it may hold without having told so. Belongs to its table.
 */
final class RoundBets {
    private final String run;
    private final int room;
    private final long round;

    /** How often the wallet was asked to hold something for a user. */
    private final Map<String, Integer> versions = new LinkedHashMap<>();

    RoundBets(String run, int room, long round) {
        this.run = run;
        this.room = room;
        this.round = round;
    }

    /** What to ask the wallet for, when a user makes a bet or changes it. */
    Hold hold(String userId, long amount) {
        int version = versions.merge(userId, 1, Integer::sum);
        return new Hold(key(userId), version, userId, amount, run);
    }

    /** The end of everything that was asked for. What is not in {@code payouts} goes back. */
    List<Settlement> settlements(List<Payout<Seat>> payouts) {
        Map<String, Settlement> settlements = new LinkedHashMap<>();
        for (Payout<Seat> payout : payouts) {
            String userId = payout.player().userId();
            settlements.put(
                    userId,
                    new Settlement(key(userId), userId, payout.bet().amount(), payout.returned()));
        }
        for (String userId : versions.keySet()) {
            settlements.putIfAbsent(userId, Settlement.ofNothing(key(userId), userId));
        }
        return new ArrayList<>(settlements.values());
    }

    /** The same for no other bet, ever: the run is new with each start of a server. */
    private String key(String userId) {
        byte[] id = userId.getBytes(StandardCharsets.UTF_8);
        return run + ":" + room + ":" + round + ":" + HexFormat.of().formatHex(id);
    }
}
