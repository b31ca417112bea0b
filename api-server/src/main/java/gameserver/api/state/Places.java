package gameserver.api.state;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places on game servers for users who are on the way to them. Servers are filled one after the
 * other, the fullest first, so that users meet. Places are counted and reserved in one step: of
 * those who want the last one at the same time, one gets it. Any thread.
 */
public final class Places {
    /** After that long a server has told that it counts a user who has come. */
    private static final Duration COUNTED = ServerRegistry.HEARTBEAT.multipliedBy(2);

    private final ServerRegistry servers;
    private final ExpiringEntries entries;

    /** A room of a server that is nobody else's for a while. */
    public record Room(GameServerInfo server, int number) {}

    public Places(ServerRegistry servers, ExpiringEntries entries) {
        this.servers = servers;
        this.entries = entries;
    }

    /**
     * A server of {@code game} with a place for each holder; empty when there is none. Who has a
     * place there already has the same one for longer.
     */
    public Optional<GameServerInfo> reserve(String game, List<String> holders, Duration life) {
        return open(game).stream().filter(server -> reserveOn(server, holders, life)).findFirst();
    }

    /** The same, on a server that has an empty room for all of them, which is theirs then. */
    public Optional<Room> reserveRoom(String game, List<String> holders, Duration life) {
        for (GameServerInfo server : open(game)) {
            if (server.takesTablesOf(holders.size()) && reserveOn(server, holders, life)) {
                for (int room : server.matchRooms()) {
                    if (entries.claim(key(server.id(), room), life)) {
                        return Optional.of(new Room(server, room));
                    }
                }
                release(server.id(), holders);
            }
        }
        return Optional.empty();
    }

    /** Gives places and a room back. */
    public void release(String serverId, List<String> holders, int room) {
        release(serverId, holders);
        entries.remove(key(serverId, room));
    }

    /** Keeps the place of a holder that much longer, or again if the holder has come already. */
    public void keep(String serverId, String holder, Duration life) {
        servers.keep(serverId, holder, life);
    }

    /** A holder has come: the server itself counts it from its next heartbeat on. */
    public void arrive(String serverId, String holder) {
        servers.keep(serverId, holder, COUNTED);
    }

    /** Whether the server takes users at the moment. */
    public boolean isOpen(String serverId) {
        return servers.list().stream()
                .anyMatch(server -> server.id().equals(serverId) && !server.draining());
    }

    private List<GameServerInfo> open(String game) {
        return servers.list().stream()
                .filter(server -> server.game().equals(game) && !server.draining())
                .sorted(Comparator.comparing(GameServerInfo::users).reversed())
                .toList();
    }

    private boolean reserveOn(GameServerInfo server, List<String> holders, Duration life) {
        return servers.reserve(server.id(), holders, life, server.capacity() - server.users());
    }

    private void release(String serverId, List<String> holders) {
        holders.forEach(holder -> servers.release(serverId, holder));
    }

    private static String key(String serverId, int room) {
        return "room:" + serverId + ":" + room;
    }
}
