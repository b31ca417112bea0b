package gameserver.client.load;

import java.util.ArrayList;
import java.util.List;

/** The users of one room. Belongs to the event loop on which all of them are. */
final class ChatRoom {
    private final int number;
    private final List<ChatConnection> users = new ArrayList<>();

    ChatRoom(int number) {
        this.number = number;
    }

    /** On the server. */
    int number() {
        return number;
    }

    /** Adds a user, before the start; returns its place among the users of the room. */
    int add(ChatConnection user) {
        users.add(user);
        return users.size() - 1;
    }

    int size() {
        return users.size();
    }

    /** How many messages every user should have heard by now. */
    long owed(long now) {
        return users.stream().mapToLong(user -> user.owed(now)).sum();
    }
}
