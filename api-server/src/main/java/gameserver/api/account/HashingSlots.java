package gameserver.api.account;

import gameserver.api.state.UnavailableException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Bounds what hashing passwords takes: memory and cores, by hashing as many at a time as there are
 * cores, and HTTP threads, by letting so many wait and no more. Whoever logs in while everybody
 * does is told to come back; other calls go on meanwhile. Any thread.
 */
final class HashingSlots {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final int mostCallers;
    private final Semaphore slots;
    private final Semaphore callers;

    /**
     * @param slots passwords that are hashed at a time
     * @param waiting callers that wait for a slot at a time
     */
    HashingSlots(int slots, int waiting) {
        this.slots = new Semaphore(slots, true);
        mostCallers = slots + waiting;
        callers = new Semaphore(mostCallers);
    }

    /**
     * Runs {@code work} when there is a slot for it.
     *
     * @throws UnavailableException when there are too many callers, or it takes too long
     */
    <T> T run(Supplier<T> work) {
        if (!callers.tryAcquire()) {
            throw busy();
        }
        try {
            if (!slots.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
            try {
                return work.get();
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            callers.release();
        }
    }

    /** How many there are at the moment. */
    int callers() {
        return mostCallers - callers.availablePermits();
    }

    private static UnavailableException busy() {
        return new UnavailableException("too many logins at the moment");
    }
}
