package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A {@link LogicExecutor} that is an event loop: the packets of a connection are handled by the
 * thread that reads them, without a mailbox between. For servers whose sessions share nothing.
 */
final class EventLoopLogic extends LogicExecutor {
    private final IoLoop loop;
    private boolean inRound;

    EventLoopLogic(IoLoop loop) {
        this.loop = loop;
    }

    /** What the event loop itself posts runs at once, unless a round is going on. */
    @Override
    public void execute(Runnable task) {
        if (isCurrent() && !inRound) {
            runRound(task);
        } else {
            loop.execute(() -> runRound(task));
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // Nobody takes it back.
    public void schedule(Duration delay, Runnable task) {
        requireCurrent(this);
        loop.eventLoop().schedule(() -> runRound(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public long nanoTime() {
        return loop.now();
    }

    private void runRound(Runnable task) {
        inRound = true;
        work(task);
        endRound();
        rest();
        inRound = false;
    }

    @Override
    public boolean isCurrent() {
        return loop.isCurrent();
    }

    @Override
    public String toString() {
        return "event loop " + loop.index();
    }
}
