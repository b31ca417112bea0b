package gameserver.baccarat;

import gameserver.chat.User;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Packet;
import gameserver.wallet.Balance;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * Which balance is the last one
 *
 * The wallet is asked several things of a user at the same time: to open the purse for a login, to
 * hold a bet, to settle one that the user has left on a table. The answers come in any order, so
 * each is put beside the one that is known, and the later of the two stays.
 *
 * That needs one that is known. A round may be settled while its player logs in: after the purse was
 * opened, and before anybody here hears of that. So who comes is known from before the wallet is
 * asked (expect) to after the login (arrive), as well as who is logged in.
 */

/**
 * Who is logged in or about to be, and how many chips each has, as far as the wallet has told.
 * Belongs to the logic thread.
 */
final class Players {
    private final LogicExecutor logic;
    private final Map<String, Player> byId = new HashMap<>();

    private int loggedIn;

    /** Written by the logic thread, for others to read. */
    private volatile int count;

    private static final class Player {
        /** Null when none is logged in. */
        @Nullable User user;

        /** Logins under way, of which the last one will count. */
        int expected;

        /** The last one that is known; null when none is. */
        @Nullable Balance balance;

        boolean isGone() {
            return user == null && expected == 0;
        }
    }

    Players(LogicExecutor logic) {
        this.logic = logic;
    }

    /** The wallet is about to be asked for somebody's balance; {@link #arrive} has to follow. */
    void expect(String id) {
        logic.requireCurrent(this);
        byId.computeIfAbsent(id, i -> new Player()).expected++;
    }

    /**
     * The end of a login.
     *
     * @param user null when nothing has come of it; else logged in, perhaps in place of an older
     *     session
     */
    void arrive(String id, @Nullable User user) {
        logic.requireCurrent(this);
        Player player = expected(id);
        player.expected--;
        if (user != null) {
            setUser(player, user);
        }
        forgetIfGone(id, player);
    }

    private Player expected(String id) {
        Player player = byId.get(id);
        if (player == null || player.expected == 0) {
            throw new IllegalStateException(id + " is not expected");
        }
        return player;
    }

    private void setUser(Player player, @Nullable User user) {
        loggedIn += (user == null ? 0 : 1) - (player.user == null ? 0 : 1);
        player.user = user;
        count = loggedIn;
    }

    private void forgetIfGone(String id, Player player) {
        if (player.isGone()) {
            byId.remove(id);
        }
    }

    /**
     * The session of {@code user} is over.
     *
     * @return false when a newer one with the same id goes on
     */
    boolean remove(String id, User user) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        if (player == null || player.user != user) {
            return false;
        }
        setUser(player, null);
        forgetIfGone(id, player);
        return true;
    }

    /** In chips. */
    long balance(String id) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        return player == null || player.balance == null ? 0 : player.balance.chips();
    }

    /** The wallet has told; perhaps of a time before what it has told already. */
    void setBalance(String id, Balance told) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        if (player != null && (player.balance == null || told.isLaterThan(player.balance))) {
            player.balance = told;
        }
    }

    /** Says something to whoever has that id now, if somebody has. */
    void send(String id, Packet packet) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        if (player != null && player.user != null) {
            player.user.send(packet);
        }
    }

    /** Any thread. */
    int count() {
        return count;
    }
}
