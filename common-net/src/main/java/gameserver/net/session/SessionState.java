package gameserver.net.session;

/** How far a client has come. Each state includes those before it. */
public enum SessionState {
    CONNECTED,
    LOGGED_IN,
    IN_ROOM;

    public boolean includes(SessionState required) {
        return compareTo(required) >= 0;
    }
}
