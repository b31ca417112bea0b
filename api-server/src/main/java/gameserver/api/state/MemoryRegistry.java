package gameserver.api.state;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The registry of one API server. Its lock is held for one step only. */
final class MemoryRegistry implements ServerRegistry {
    private record Lease(GameServerInfo server, Instant end) {}

    private final InstantSource clock;
    private final Map<String, Lease> leases = new TreeMap<>();

    /** When each reservation ends, by its holder, by the server's id. */
    private final Map<String, Map<String, Instant>> reservations = new HashMap<>();

    MemoryRegistry(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized boolean renew(GameServerInfo server) {
        removeExpired();
        Lease lease = leases.get(server.id());
        if (lease != null && !lease.server.address().equals(server.address())) {
            return false;
        }
        leases.put(server.id(), new Lease(server, clock.instant().plus(LEASE)));
        return true;
    }

    @Override
    public synchronized List<GameServerInfo> list() {
        removeExpired();
        return leases.values().stream().map(Lease::server).toList();
    }

    @Override
    public synchronized boolean reserve(
            String serverId, Collection<String> holders, Duration life, int most) {
        removeExpired();
        Map<String, Instant> ends = reservations.computeIfAbsent(serverId, id -> new HashMap<>());
        long newcomers = holders.stream().filter(holder -> !ends.containsKey(holder)).count();
        if (ends.size() + newcomers > most) {
            return false;
        }
        Instant end = clock.instant().plus(life);
        holders.forEach(holder -> ends.put(holder, end));
        return true;
    }

    @Override
    public synchronized void release(String serverId, String holder) {
        Map<String, Instant> holders = reservations.get(serverId);
        if (holders != null) {
            holders.remove(holder);
        }
    }

    private void removeExpired() {
        Instant now = clock.instant();
        leases.values().removeIf(lease -> !lease.end.isAfter(now));
        reservations.values().forEach(holders -> holders.values().removeIf(e -> !e.isAfter(now)));
        reservations.values().removeIf(Map::isEmpty);
    }
}
