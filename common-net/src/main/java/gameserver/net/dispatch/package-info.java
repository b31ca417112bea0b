/** Which method handles which packet, and what a session must be before it may send it. */
@NullMarked
package gameserver.net.dispatch;

import org.jspecify.annotations.NullMarked;
