package gameserver.baccarat;

import gameserver.api.client.ServerStatus;
import gameserver.net.logic.LogicExecutor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rooms in which only those may sit whom the API server has matched. A user who logs in with
 * the token of a match is a guest of its room, until the session ends, or until the room is empty
 * again and the guest has been in it. Belongs to the logic thread, but for {@link #offer}.
 */
final class MatchRooms {
    private final LogicExecutor logic;

    /** Without guests. Changed by the logic thread, and read by the one that offers them. */
    private final NavigableSet<Integer> free = new ConcurrentSkipListSet<>();

    private final Map<Integer, Room> taken = new HashMap<>();
    private final Map<String, Integer> roomOfGuest = new HashMap<>();

    /** Where the next offer begins. Belongs to the thread that offers. */
    private int nextOffer;

    /** Who may come into a room, and who of these guests has done so. */
    private record Room(Set<String> guests, Set<String> arrived) {
        Room() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    /**
     * All of them are free.
     *
     * @param first the number of the first
     * @param count 0 on a server to which no matches come
     */
    MatchRooms(int first, int count, LogicExecutor logic) {
        this.logic = logic;
        IntStream.range(first, first + count).forEach(free::add);
    }

    /** A user has logged in who has a place in a room. */
    void welcome(String userId, int number) {
        logic.requireCurrent(this);
        forget(userId);
        if (free.remove(number) || taken.containsKey(number)) {
            taken.computeIfAbsent(number, n -> new Room()).guests.add(userId);
            roomOfGuest.put(userId, number);
        }
    }

    /** Whether a user may sit in that room. */
    boolean admits(String userId, int number) {
        logic.requireCurrent(this);
        Room room = taken.get(number);
        return room == null ? !free.contains(number) : room.guests.contains(userId);
    }

    /** A guest, or a user of a room that is none of these, has come in. */
    void onEntered(String userId, int number) {
        logic.requireCurrent(this);
        Room room = taken.get(number);
        if (room != null) {
            room.arrived.add(userId);
        }
    }

    /** A room has become empty. Who has not been in it yet may still come. */
    void onEmpty(int number) {
        logic.requireCurrent(this);
        Room room = taken.get(number);
        if (room != null) {
            List.copyOf(room.arrived).forEach(this::forget);
        }
    }

    /** A session is over. */
    void forget(@Nullable String userId) {
        logic.requireCurrent(this);
        Integer number = roomOfGuest.remove(userId);
        if (number == null) {
            return;
        }
        Room room = taken.get(number);
        if (room == null) {
            return;
        }
        room.guests.remove(userId);
        room.arrived.remove(userId); // The user may be a guest of another room when all have left.
        if (room.guests.isEmpty()) {
            taken.remove(number);
            free.add(number);
        }
    }

    /**
     * Some of those that are free, and each time those after the ones of the time before: the first
     * ones may be kept for users who never come. For the thread of the heartbeats.
     */
    List<Integer> offer() {
        List<Integer> offer =
                Stream.concat(free.tailSet(nextOffer).stream(), free.headSet(nextOffer).stream())
                        .limit(ServerStatus.MOST_MATCH_ROOMS)
                        .toList();
        if (!offer.isEmpty()) {
            nextOffer = offer.get(offer.size() - 1) + 1;
        }
        return offer;
    }
}
