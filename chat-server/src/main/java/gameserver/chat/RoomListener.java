package gameserver.chat;

/**
 * Hears who comes into a room and who goes: for a server in whose rooms more happens than talk.
 * Called on the room's logic thread.
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

    /** Somebody is in, and has been told so. */
    void onEntered(Member newcomer);

    /** Somebody is not in any more, and the others have been told so. */
    void onLeft(Member member);
}
