package gameserver.baccarat.game;

/**
 * What everybody may know of a table.
 *
 * @param millisLeft until the state changes by itself, rounded up; 0 when it does not
 * @param round the number of the current round, or of the last one while nothing goes on; 0 before
 *     the first
 */
public record TableView(TableState state, int millisLeft, long round) {}
