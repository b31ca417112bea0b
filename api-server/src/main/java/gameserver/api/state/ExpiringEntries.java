package gameserver.api.state;

import java.time.Duration;
import java.util.Optional;

/**
 * Texts by key, each with an end to its life. Every method is atomic: of any number of simultaneous
 * callers of {@link #take}, on any number of servers, one gets the value, and of those of {@link
 * #claim}, one is told true.
 *
 * <p>All methods throw {@link UnavailableException} when the entries can't be reached.
 */
public interface ExpiringEntries {
    void put(String key, String value, Duration life);

    Optional<String> get(String key);

    /** Removes an entry and returns what it was. */
    Optional<String> take(String key);

    /** Whether there is one or not. */
    void remove(String key);

    /**
     * Makes an entry where there is none. Who did has it until it is removed, or its life ends.
     *
     * @return false when there is one already, which stays as it is
     */
    boolean claim(String key, Duration life);

    /**
     * Adds one to a count and returns the sum. A count that does not exist is 0; its life begins
     * with the first addition, and later ones do not make it longer.
     */
    long increment(String key, Duration life);

    /** What is left of an entry's life; zero when there is none. */
    Duration timeLeft(String key);
}
