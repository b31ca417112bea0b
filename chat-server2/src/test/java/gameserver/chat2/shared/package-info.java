/** The chat of several servers, and the Redis that they share. */
@NullMarked
package gameserver.chat2.shared;

import org.jspecify.annotations.NullMarked;
