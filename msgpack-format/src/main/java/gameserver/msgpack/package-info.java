/** Packet bodies as MessagePack maps. */
@NullMarked
package gameserver.msgpack;

import org.jspecify.annotations.NullMarked;
