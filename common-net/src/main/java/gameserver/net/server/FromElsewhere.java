package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What is sent to a session, or ends it, by threads that the session is not on, until that is done.
 * Each is a task of the session, in its turn. But when the session has moved to the thread that
 * said it, it must not come after what that thread says from then on.
 */
final class FromElsewhere {
    private final Queue<Word> waiting = new ConcurrentLinkedQueue<>();

    /** Not a record: no two of them are equal. */
    private static final class Word {
        final Thread thread = Thread.currentThread();
        final Runnable what;

        Word(Runnable what) {
            this.what = what;
        }
    }

    /**
     * Keeps what the calling thread says.
     *
     * @return the task in whose turn it is done, unless it was done before
     */
    Runnable keep(Runnable what) {
        Word word = new Word(what);
        waiting.add(word);
        return () -> say(word);
    }

    private void say(Word word) {
        if (waiting.remove(word)) {
            word.what.run();
        }
    }

    /** Does what this logic thread has said itself. On that thread. */
    void sayOwn(LogicExecutor logic) {
        for (Word word : waiting) {
            if (word.thread == Thread.currentThread()) {
                logic.runTask(() -> say(word));
            }
        }
    }
}
