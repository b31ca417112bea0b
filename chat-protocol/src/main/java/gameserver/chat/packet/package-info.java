/** What chat servers and their clients say to each other: one record a packet. */
@NullMarked
package gameserver.chat.packet;

import org.jspecify.annotations.NullMarked;
