package gameserver.chat;

/**
 * Says who may come into a room, and hears who comes and who goes: for a server in whose rooms more
 * happens than talk. Called on the room's logic thread.
 */
public interface RoomListener {
    /** Has nothing to do with it. */
    RoomListener NONE =
            new RoomListener() {
                @Override
                public void onEntered(Member newcomer) {}

                @Override
                public void onLeft(Member member) {}
            };

    /** Whether {@code user} may have one of the free places of {@code room}. */
    default boolean admits(User user, Room room) {
        return true;
    }

    /** Somebody is in, and has been told so. */
    void onEntered(Member newcomer);

    /** Somebody is not in any more, and the others have been told so. */
    void onLeft(Member member);
}
