package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is to be done for one session, in order. Any thread adds; the logic thread on which the
 * session is works it off in turns, and may stop in the middle and let another thread go on.
 *
 * <p>There is at most one turn at a time, due or running. So at most one thread works for the
 * session, and what one turn has written the next one sees.
 */
final class SessionTasks {
    /** Tasks after which it is another session's turn: nobody is kept waiting by a busy one. */
    private static final int MAX_TASKS_A_TURN = 64;

    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Set while a turn is due or running, and while the session pauses. */
    private final AtomicBoolean claimed = new AtomicBoolean();

    /** Between {@link #pause} and {@link #resume}. Belongs to the turn. */
    private boolean paused;

    /**
     * Adds a task.
     *
     * @return whether the caller has to see to it that {@link #takeTurn} is called
     */
    boolean add(Runnable task) {
        waiting.add(task);
        return !claimed.get() && !claimed.getAndSet(true);
    }

    /**
     * Works off what waits. Called on {@code logic}, once for each time that it was asked for.
     *
     * @return whether something is left, so that there has to be another turn
     */
    boolean takeTurn(LogicExecutor logic) {
        for (int i = 0; i < MAX_TASKS_A_TURN; i++) {
            Runnable task = waiting.poll();
            if (task != null) {
                logic.runTask(task);
                if (paused) {
                    return false; // Whoever resumes takes the next turn.
                }
            } else if (isOver()) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing is left. What is added just now is either seen here or asks for a turn. */
    private boolean isOver() {
        claimed.set(false);
        return waiting.isEmpty() || claimed.getAndSet(true);
    }

    /** Ends the turn after the current task. */
    void pause() {
        if (paused) {
            throw new IllegalStateException("the session has paused already");
        }
        paused = true;
    }

    boolean isPaused() {
        return paused;
    }

    /** The next turn is about to begin with what the pause was for. */
    void resume() {
        paused = false;
    }
}
