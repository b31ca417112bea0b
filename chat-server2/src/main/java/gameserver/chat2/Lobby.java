package gameserver.chat2;

import gameserver.chat.User;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.WhisperRequest;

/** How users come and go, and what they can do without a room. Any logic thread may call it. */
public interface Lobby {
    /** How many are logged in on this server. Any thread. */
    int users();

    /** Lets a user in whose password is right, or refuses. */
    void logIn(User user, String id, LoginRequest request);

    void onWhisper(User user, WhisperRequest request);

    /** Ends everything that {@code user} has begun here, if there was a login at all. */
    void logOut(User user);
}
