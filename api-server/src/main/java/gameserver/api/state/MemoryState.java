package gameserver.api.state;

import java.time.InstantSource;

/** State of one API server, gone when it ends. */
public final class MemoryState implements SharedState {
    private final ExpiringEntries entries;
    private final ServerRegistry servers;

    public MemoryState(InstantSource clock) {
        entries = new MemoryEntries(clock);
        servers = new MemoryRegistry(clock);
    }

    @Override
    public ExpiringEntries entries() {
        return entries;
    }

    @Override
    public ServerRegistry servers() {
        return servers;
    }

    @Override
    public boolean isReachable() {
        return true;
    }

    @Override
    public void close() {}
}
