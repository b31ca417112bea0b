package gameserver.api.state;

/** Where tokens and the registry are kept. Any thread may use it, and everything it gives. */
public interface SharedState extends AutoCloseable {
    ExpiringEntries entries();

    ServerRegistry servers();

    /** Whether calls can succeed at the moment. Answers within 500 ms. */
    boolean isReachable();

    @Override
    void close();
}
