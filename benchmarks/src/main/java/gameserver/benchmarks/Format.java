package gameserver.benchmarks;

import gameserver.msgpack.MessagePackFormat;
import gameserver.net.packet.BodyFormat;

/** The formats of bodies that are measured; one more is one more line. */
public enum Format {
    BINARY(BodyFormat.BINARY),
    MSGPACK(MessagePackFormat.MESSAGE_PACK);

    @SuppressWarnings("ImmutableEnumChecker") // A format keeps nothing.
    final BodyFormat body;

    Format(BodyFormat body) {
        this.body = body;
    }
}
