/** The chat whose bodies are MessagePack. */
@NullMarked
package gameserver.chat.msgpack;

import org.jspecify.annotations.NullMarked;
