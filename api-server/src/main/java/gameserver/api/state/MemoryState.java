package gameserver.api.state;

import java.time.InstantSource;

/** State of one API server, gone when it ends. */
public final class MemoryState implements SharedState {
    private final InstantSource clock;
    private final ExpiringEntries entries;
    private final ServerRegistry servers;
    private final Tickets tickets;

    public MemoryState(InstantSource clock) {
        this.clock = clock;
        entries = new MemoryEntries(clock);
        servers = new MemoryRegistry(clock);
        tickets = new MemoryTickets();
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
    public Tickets tickets() {
        return tickets;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public boolean isReachable() {
        return true;
    }

    @Override
    public void close() {}
}
