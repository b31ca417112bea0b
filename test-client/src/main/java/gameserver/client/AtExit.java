package gameserver.client;

/**
 * Something that has to be done in the end, once: when the program gets there, or when the process
 * is told to stop before that. Whichever comes second waits for the first.
 */
public final class AtExit {
    private final Runnable action;
    private final Thread hook = new Thread(this::runOnce, "at-exit");

    /** Guarded by this object. */
    private boolean done;

    private AtExit(Runnable action) {
        this.action = action;
    }

    /** Takes {@code action} over. */
    public static AtExit register(Runnable action) {
        AtExit atExit = new AtExit(action);
        Runtime.getRuntime().addShutdownHook(atExit.hook);
        return atExit;
    }

    private synchronized void runOnce() {
        if (!done) {
            done = true;
            action.run();
        }
    }

    /** The program got there. */
    public void runNow() {
        runOnce();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // The process is stopping, and the hook has nothing left to do.
        }
    }
}
