package gameserver.chat;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client, from its connection to its end: who it is once it has logged in, and where it is once
 * it has entered a room. Belongs to the logic thread.
 */
public final class User {
    private final Session session;
    private @Nullable String id;
    private @Nullable Member member;

    User(Session session) {
        this.session = session;
    }

    boolean isLoggedIn() {
        return id != null;
    }

    /** The id with which this user has logged in. */
    String id() {
        return Objects.requireNonNull(id, "not logged in");
    }

    void logIn(String id) {
        this.id = id;
        session.moveTo(SessionState.LOGGED_IN);
    }

    void logOut() {
        id = null;
        session.moveTo(SessionState.CONNECTED);
    }

    boolean isIn(Room room) {
        return member != null && member.room() == room;
    }

    /** This user's place in a room, or null outside of one. */
    @Nullable Member member() {
        return member;
    }

    /** The same for packets that nobody may send from outside of a room. */
    Member memberInRoom() {
        return Objects.requireNonNull(member, "not in a room");
    }

    /** Enters a room that has a free place, from outside of any. */
    void enter(Room room) {
        member = room.enter(this);
        session.moveTo(SessionState.IN_ROOM);
    }

    /** Leaves the room, if this user is in one. */
    void leaveRoom() {
        if (member != null) {
            member.room().leave(member);
            member = null;
            session.moveTo(SessionState.LOGGED_IN);
        }
    }

    void send(Packet packet) {
        session.send(packet);
    }

    /** Tells why {@code request} was not done. */
    void refuse(Packet request, ErrorCode error) {
        session.send(request.type().refuse(error));
    }

    void close(CloseReason reason) {
        session.close(reason);
    }

    @Override
    public String toString() {
        return id == null ? session.toString() : id;
    }
}
