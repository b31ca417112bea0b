package gameserver.baccarat.game;

/**
 * What has become of a bet.
 *
 * @param returned the chips that the player gets, stake included; 0 when the bet is lost
 */
public record Payout<P>(P player, Bet bet, long returned) {}
