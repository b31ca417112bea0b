package gameserver.net.packet;

import io.netty.buffer.ByteBuf;

/**
 * How the fields of a body become bytes. The header is the same in every format, and so are the
 * records: exchanging the format exchanges this object and nothing else.
 *
 * <p>The format itself is shared by all threads; the readers and writers that it makes are not.
 */
public interface BodyFormat {
    BodyFormat BINARY = new BinaryFormat();

    /** A reader over the readable bytes of {@code body}, whose reader index moves with it. */
    BodyReader reader(ByteBuf body);

    /** A writer that appends to {@code out}. */
    BodyWriter writer(ByteBuf out);
}
