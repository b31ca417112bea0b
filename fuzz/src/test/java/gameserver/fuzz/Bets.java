package gameserver.fuzz;

import gameserver.baccarat.packet.GameBetNotify;
import gameserver.baccarat.packet.GamePayoutNotify;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Bets that the tables have been told of. Each is paid once, to whoever has that id then. */
final class Bets {
    private record Bet(Knowledge maker, String userId, int side, long amount) {
        boolean isPaidBy(GamePayoutNotify payout, String receiver) {
            return userId.equals(receiver) && side == payout.side() && amount == payout.bet();
        }
    }

    private final List<Bet> unpaid = new ArrayList<>();

    /** Those that can still be changed. */
    private final Map<Knowledge, Bet> current = new HashMap<>();

    void onBet(Knowledge client, GameBetNotify notice) {
        Bet bet =
                new Bet(
                        client,
                        Objects.requireNonNull(client.userId()),
                        notice.side(),
                        notice.amount());
        unpaid.remove(current.put(client, bet));
        unpaid.add(bet);
    }

    /** What the client has bet stays as it is. */
    void onDealt(Knowledge client) {
        current.remove(client);
    }

    /** Of bets that look the same, the one of an earlier session is paid last. */
    void onPaid(Knowledge client, GamePayoutNotify payout) {
        String receiver = Objects.requireNonNull(client.userId());
        Bet paid =
                unpaid.stream()
                        .filter(bet -> bet.isPaidBy(payout, receiver))
                        .reduce((one, other) -> one.maker == client ? one : other)
                        .orElseThrow(() -> new AssertionError(client + " never bet: " + payout));
        unpaid.remove(paid);
    }

    /** How many bets of a client it has not been told the end of. */
    long unpaidOf(Knowledge client) {
        return unpaid.stream().filter(bet -> bet.maker == client).count();
    }
}
