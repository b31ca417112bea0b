/** The chips of a lone server. */
@NullMarked
package gameserver.baccarat.chips;

import org.jspecify.annotations.NullMarked;
