package gameserver.client;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a user has been told of the room it is in: its number, and who is there. Messages name their
 * speaker by a number only, so somebody has to remember the names.
 *
 * <p>Not thread-safe; {@link ChatView} guards it.
 */
final class KnownRoom {
    private final @Nullable Integer number;
    private final long myId;

    /** By room user id, those who have been there longest first. */
    private final Map<Long, String> names = new LinkedHashMap<>();

    /**
     * A room that {@code myName} has just entered, where {@code others} have been before.
     *
     * @param number null when nobody has told it
     */
    KnownRoom(@Nullable Integer number, List<RoomUser> others, long myId, String myName) {
        this.number = number;
        this.myId = myId;
        others.forEach(user -> add(user.roomUserId(), user.userId()));
        add(myId, myName);
    }

    /** {@code room 7}, or {@code a room}. */
    String name() {
        return number == null ? "a room" : "room " + number;
    }

    void add(long roomUserId, String name) {
        names.put(roomUserId, name);
    }

    void remove(long roomUserId) {
        names.remove(roomUserId);
    }

    /** The name of a user who is here; a stranger is called by the number. */
    String nameOf(long roomUserId) {
        return names.getOrDefault(roomUserId, "user " + roomUserId);
    }

    /** All but oneself. */
    List<String> others() {
        return names.entrySet().stream()
                .filter(user -> user.getKey() != myId)
                .map(Map.Entry::getValue)
                .toList();
    }

    /** All, oneself marked. */
    List<String> everyone() {
        return names.entrySet().stream()
                .map(user -> user.getValue() + (user.getKey() == myId ? " (you)" : ""))
                .toList();
    }
}
