/** What the packets of a table look like on the wire. */
@NullMarked
package gameserver.baccarat.packet;

import org.jspecify.annotations.NullMarked;
