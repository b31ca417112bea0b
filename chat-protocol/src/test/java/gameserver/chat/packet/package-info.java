/** What chat packets look like on the wire. */
@NullMarked
package gameserver.chat.packet;

import org.jspecify.annotations.NullMarked;
