package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import java.util.ArrayList;
import java.util.List;

/**
 * What the connections of one event loop have for their logic thread. It is gathered while the loop
 * goes through its sockets and posted when it has been through, so that the logic thread is woken
 * once for all of them and not once for each. Order is kept.
 *
 * <p>Belongs to the event loop.
 */
final class LogicBatch {
    private final IoLoop loop;
    private final LogicExecutor logic;
    private final List<Runnable> gathered = new ArrayList<>();

    LogicBatch(IoLoop loop, LogicExecutor logic) {
        this.loop = loop;
        this.logic = logic;
    }

    /** Adds a task, which runs at once where the event loop is the logic thread. */
    void add(Runnable task) {
        if (logic.isCurrent()) {
            logic.execute(task);
            return;
        }
        gathered.add(task);
        if (gathered.size() == 1) {
            loop.execute(this::post); // Tasks run after the sockets that are ready now.
        }
    }

    private void post() {
        logic.executeAll(gathered);
        gathered.clear();
    }
}
