/** The chat on several threads. The tests of chat-server run here, too. */
@NullMarked
package gameserver.chat2;

import org.jspecify.annotations.NullMarked;
