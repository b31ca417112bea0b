/**
 * The game itself: cards, the rules of punto banco, bets and the rounds of a table. Free of
 * sockets, threads, clocks and sources of chance: who calls it brings the time and the chance, and
 * sends what comes of it. Read {@link gameserver.baccarat.game.PuntoBanco} first, then {@link
 * gameserver.baccarat.game.Table}.
 */
@NullMarked
package gameserver.baccarat.game;

import org.jspecify.annotations.NullMarked;
