package gameserver.chat;

/**
 * An invitation into a room.
 *
 * @param id unique for the life of the server
 * @param invitedId with which the invited user was logged in, and may not be any more
 * @param room where the inviter was, and where the invited user comes on accepting
 * @param expiresAtNanos of the logic thread's clock
 */
public record Invitation(
        long id, User inviter, User invited, String invitedId, Room room, long expiresAtNanos) {}
