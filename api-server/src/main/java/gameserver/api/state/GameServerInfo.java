package gameserver.api.state;

import gameserver.net.options.HostPort;
import java.util.List;
import java.util.Objects;

/**
 * What a game server has told of itself with its last heartbeat.
 *
 * @param id its name, of which there is one
 * @param host where clients reach it
 * @param users logged in at the moment
 * @param capacity how many it takes
 * @param rooms in use at the moment
 * @param draining whether it is about to stop, and takes nobody any more
 * @param run names its process, so that what is held for it can go back when it is gone; empty for
 *     a server that holds nothing
 * @param matchRooms numbers of empty rooms that it keeps for matches
 * @param roomSize how many users each of these takes; 0 where that was not told
 */
public record GameServerInfo(
        String id,
        String game,
        String host,
        int port,
        int users,
        int capacity,
        int rooms,
        boolean draining,
        String run,
        List<Integer> matchRooms,
        int roomSize) {
    /** An older API server may have written it without the last three. */
    @SuppressWarnings("NullAway") // Jackson gives null for what is not there.
    public GameServerInfo {
        run = Objects.requireNonNullElse(run, "");
        matchRooms = List.copyOf(Objects.requireNonNullElse(matchRooms, List.of()));
    }

    /** Whether its rooms take so many, as far as it has told. */
    boolean takesTablesOf(int users) {
        return roomSize == 0 || users <= roomSize;
    }

    /** Where clients reach it. */
    public HostPort address() {
        return new HostPort(host, port);
    }
}
