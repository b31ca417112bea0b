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
 * it has entered a room. Belongs to the logic thread of its session.
 */
public final class User implements Occupant {
    private final Session session;
    private @Nullable String id;
    private @Nullable Member member;

    /** A client that has just connected. */
    public User(Session session) {
        this.session = session;
    }

    /** Whether this user has an id. */
    public boolean isLoggedIn() {
        return id != null;
    }

    /** The id with which this user has logged in. */
    @Override
    public String id() {
        return Objects.requireNonNull(id, "not logged in");
    }

    /** Gives this user an id that is its own. */
    public void logIn(String id) {
        this.id = id;
        session.moveTo(SessionState.LOGGED_IN);
        session.describe(id);
    }

    /** Takes the id back. */
    public void logOut() {
        id = null;
        session.moveTo(SessionState.CONNECTED);
        session.describe("");
    }

    /** Whether this user is in that room now. */
    public boolean isIn(Room room) {
        return member != null && member.room() == room;
    }

    /** This user's place in a room, or null outside of one. */
    public @Nullable Member member() {
        return member;
    }

    /** The same for packets that nobody may send from outside of a room. */
    public Member memberInRoom() {
        return Objects.requireNonNull(member, "not in a room");
    }

    /** Enters a room that has a free place, from outside of any. */
    public void enter(Room room) {
        entered(room.enter(this));
    }

    /** The same where the room user ids come from elsewhere. */
    public void enter(Room room, long memberId) {
        entered(room.enter(this, memberId));
    }

    private void entered(Member member) {
        this.member = member;
        session.moveTo(SessionState.IN_ROOM);
        session.describe(id + " in " + member.room());
    }

    /** Leaves the room, if this user is in one. */
    public void leaveRoom() {
        if (member != null) {
            member.room().leave(member);
            member = null;
            session.moveTo(SessionState.LOGGED_IN);
            session.describe(id());
        }
    }

    /** The connection, for what only it can do. */
    public Session session() {
        return session;
    }

    /** Says something to this client. Any thread may call it. */
    @Override
    public void send(Packet packet) {
        session.send(packet);
    }

    /** Tells why {@code request} was not done. */
    public void refuse(Packet request, ErrorCode error) {
        session.send(request.type().refuse(error));
    }

    /** Ends the session. Any thread may call it. */
    public void close(CloseReason reason) {
        session.close(reason);
    }

    @Override
    public String toString() {
        return id == null ? session.toString() : id;
    }
}
