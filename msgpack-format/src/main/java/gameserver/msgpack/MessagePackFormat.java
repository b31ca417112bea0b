package gameserver.msgpack;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import io.netty.buffer.ByteBuf;

/**
 * Bodies as MessagePack maps from the names of fields to their values. A packet without fields has
 * an empty body, not an empty map.
 *
 * <p>Integers are written in full width, as 0xd3 and 0xcf, and read in any. A list of records is
 * written as its number of elements and an array for each of their fields.
 */
public final class MessagePackFormat implements BodyFormat {
    public static final BodyFormat MESSAGE_PACK = new MessagePackFormat();

    private MessagePackFormat() {}

    @Override
    public BodyReader reader(ByteBuf body) {
        return new MessagePackReader.OfMap(body);
    }

    @Override
    public BodyWriter writer(ByteBuf out) {
        return new MessagePackWriter.OfMap(out);
    }
}
