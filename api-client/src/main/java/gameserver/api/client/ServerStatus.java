package gameserver.api.client;

import java.util.List;

/**
 * How a game server is, for its heartbeat.
 *
 * @param users logged in at the moment
 * @param capacity how many users it takes
 * @param rooms in use at the moment
 * @param matchRooms numbers of empty rooms that are kept for matches; no more than {@link
 *     #MOST_MATCH_ROOMS}
 * @param roomSize how many users each of these takes; 0 when there are none
 */
public record ServerStatus(
        int users, int capacity, int rooms, List<Integer> matchRooms, int roomSize) {
    /** More than that are not told at once. */
    public static final int MOST_MATCH_ROOMS = 64;

    /** Keeps a copy of {@code matchRooms}. */
    public ServerStatus {
        matchRooms = List.copyOf(matchRooms);
    }

    /** Of a server that keeps no rooms for matches. */
    public ServerStatus(int users, int capacity, int rooms) {
        this(users, capacity, rooms, List.of(), 0);
    }
}
