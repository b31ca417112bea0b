package gameserver.chat;

/**
 * A place in a room, and who has it.
 *
 * @param id what the occupant is called in that room, from entering to leaving
 */
public record Member(Room room, long id, Occupant occupant) {}
