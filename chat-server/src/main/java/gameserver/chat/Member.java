package gameserver.chat;

/**
 * A user's place in a room.
 *
 * @param id what the user is called in that room, from entering to leaving
 */
public record Member(Room room, long id, User user) {}
