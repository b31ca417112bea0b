package gameserver.chat2.shared;

import java.util.function.Consumer;

/**
 * What this server is told by the others. Called on the connection's thread, which must not wait.
 */
interface LinkListener {
    /** Something has happened in a room, to be applied to it on its logic thread. */
    void onRoom(int room, Consumer<SharedRoom> event);

    /** Somebody else logs in with an id that this session has. */
    void onEvict(String userId, long session);

    /** An id that somebody here waits for is free. */
    void onReleased(String userId);

    void onWhispered(String senderId, String receiverId, String message);

    void onInvited(long invitation, int room, String inviterId, String invitedId);

    /** An invitation that was made here was accepted or declined. */
    void onAnswered(long invitation, boolean accepted);
}
