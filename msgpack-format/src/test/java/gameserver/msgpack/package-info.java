@NullMarked
package gameserver.msgpack;

import org.jspecify.annotations.NullMarked;
