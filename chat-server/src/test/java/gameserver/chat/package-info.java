/** The chat: its parts without sockets, and the whole over real ones. */
@NullMarked
package gameserver.chat;

import org.jspecify.annotations.NullMarked;
