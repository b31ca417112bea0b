/** Where the chips are, as the logic thread asks for them: without waiting. */
@NullMarked
package gameserver.baccarat.chips;

import org.jspecify.annotations.NullMarked;
