/**
 * Rooms in which users talk. {@link gameserver.chat.ChatServer} starts it, {@link
 * gameserver.chat.Chat} says which packet goes where. Knows nothing of sockets: what it says to a
 * client, it says to a {@link gameserver.net.session.Session}.
 */
@NullMarked
package gameserver.chat;

import org.jspecify.annotations.NullMarked;
