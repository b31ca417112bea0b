package gameserver.chat;

import gameserver.net.logic.LogicExecutor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is logged in, in a room or not: at most one user for an id. Belongs to the logic thread. */
final class Users {
    private final LogicExecutor logic;
    private final Map<String, User> byId = new HashMap<>();

    Users(LogicExecutor logic) {
        this.logic = logic;
    }

    /** Who is logged in with {@code id}, or null when nobody is. */
    @Nullable User find(String id) {
        logic.requireCurrent(this);
        return byId.get(id);
    }

    /** Adds a user who has logged in with an id that nobody else has now. */
    void add(User user) {
        logic.requireCurrent(this);
        User other = byId.putIfAbsent(user.id(), user);
        if (other != null) {
            throw new IllegalStateException(user.id() + " is logged in twice");
        }
    }

    void remove(User user) {
        logic.requireCurrent(this);
        byId.remove(user.id());
    }

    int count() {
        logic.requireCurrent(this);
        return byId.size();
    }
}
