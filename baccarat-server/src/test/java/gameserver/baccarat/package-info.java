/** Tables as their users see them. */
@NullMarked
package gameserver.baccarat;

import org.jspecify.annotations.NullMarked;
