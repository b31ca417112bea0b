/** What is said at a baccarat table, besides the chat: one record a packet. */
@NullMarked
package gameserver.baccarat.packet;

import org.jspecify.annotations.NullMarked;
