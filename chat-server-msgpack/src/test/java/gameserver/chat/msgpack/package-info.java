@NullMarked
package gameserver.chat.msgpack;

import org.jspecify.annotations.NullMarked;
