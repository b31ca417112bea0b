package gameserver.net.logic;

/** State that belongs to one thread was touched on another. Always a bug of ours. */
public final class NotOwnerThreadException extends IllegalStateException {
    NotOwnerThreadException(Object owned, LogicExecutor owner) {
        super(
                """
                %s belongs to %s and was touched on %s.
                Problem: state without locks is safe on its own thread only.
                Solution: post a task to the owner with execute(...) instead of calling directly."""
                        .formatted(owned, owner, Thread.currentThread().getName()));
    }
}
