package gameserver.api.state;

import java.time.InstantSource;

/**
 * Where tokens, the registry and the queue for tables are kept. Any thread may use it, and
 * everything it gives.
 */
public interface SharedState extends AutoCloseable {
    ExpiringEntries entries();

    ServerRegistry servers();

    Tickets tickets();

    /**
     * The clock that ends what is kept here. All who share it go by the same one, whatever their
     * own say; asking it may throw {@link UnavailableException}.
     */
    InstantSource clock();

    /** Whether calls can succeed at the moment. Answers within 500 ms. */
    boolean isReachable();

    @Override
    void close();
}
