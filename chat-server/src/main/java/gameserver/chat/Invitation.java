package gameserver.chat;

/**
 * An invitation into a room.
 *
 * @param id unique for the life of the server
 * @param room where the inviter was, and where the invited user comes on accepting
 * @param expiresAtNanos of the logic thread's clock
 */
public record Invitation(long id, User inviter, User invited, Room room, long expiresAtNanos) {}
