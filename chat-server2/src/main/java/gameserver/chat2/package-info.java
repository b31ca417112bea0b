/**
 * The chat of {@link gameserver.chat} on several logic threads: each room belongs to one of them,
 * and a session goes to the thread of the room that its user enters.
 */
@NullMarked
package gameserver.chat2;

import org.jspecify.annotations.NullMarked;
