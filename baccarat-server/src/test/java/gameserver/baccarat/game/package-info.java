@NullMarked
package gameserver.baccarat.game;

import org.jspecify.annotations.NullMarked;
