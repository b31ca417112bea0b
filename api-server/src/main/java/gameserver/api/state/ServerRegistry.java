package gameserver.api.state;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * The game servers that are up. Each has a lease that it renews with every heartbeat; a server
 * whose lease has ended is gone.
 *
 * <p>All methods are atomic, and throw {@link UnavailableException} when the registry can't be
 * reached.
 */
public interface ServerRegistry {
    /** How often a game server sends its heartbeat. */
    Duration HEARTBEAT = Duration.ofSeconds(2);

    /** After how long without a heartbeat a game server is gone. */
    Duration LEASE = Duration.ofSeconds(6);

    /**
     * Registers a server, or renews its lease.
     *
     * @return false when a server at another address has that id, and its lease has not ended
     */
    boolean renew(GameServerInfo server);

    /** Those whose lease has not ended, in the order of their ids. */
    List<GameServerInfo> list();

    /**
     * Keeps places on a server for users who are on the way to it, all of them or none. A second
     * reservation of the same holder replaces the first; one that is refused leaves it as it was.
     *
     * @param most how many places of the server may be reserved, with these ones
     * @return false when that would be more
     */
    boolean reserve(String serverId, Collection<String> holders, Duration life, int most);

    /** The same for somebody who can't be refused any more. */
    default void keep(String serverId, String holder, Duration life) {
        boolean unused = reserve(serverId, List.of(holder), life, Integer.MAX_VALUE);
    }

    /** Gives a place back. */
    void release(String serverId, String holder);
}
