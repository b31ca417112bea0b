package gameserver.baccarat;

import gameserver.chat.User;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Packet;
import java.util.HashMap;
import java.util.Map;

/** Who is logged in, and how many chips each has, as far as the wallet has told. */
final class Players {
    private final LogicExecutor logic;
    private final Map<String, Player> byId = new HashMap<>();

    /** Written by the logic thread, for others to read. */
    private volatile int count;

    private record Player(User user, long balance) {}

    Players(LogicExecutor logic) {
        this.logic = logic;
    }

    /** Somebody has logged in, perhaps in place of an older session. */
    void add(User user, long balance) {
        logic.requireCurrent(this);
        byId.put(user.id(), new Player(user, balance));
        count = byId.size();
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
        byId.remove(id);
        count = byId.size();
        return true;
    }

    long balance(String id) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        return player == null ? 0 : player.balance;
    }

    /** The wallet has told. */
    void setBalance(String id, long balance) {
        logic.requireCurrent(this);
        byId.computeIfPresent(id, (same, player) -> new Player(player.user, balance));
    }

    /** Says something to whoever has that id now, if somebody has. */
    void send(String id, Packet packet) {
        logic.requireCurrent(this);
        Player player = byId.get(id);
        if (player != null) {
            player.user.send(packet);
        }
    }

    /** Any thread. */
    int count() {
        return count;
    }
}
