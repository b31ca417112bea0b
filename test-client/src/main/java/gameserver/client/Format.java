package gameserver.client;

import gameserver.msgpack.MessagePackFormat;
import gameserver.net.packet.BodyFormat;

/** How the bodies of packets are written, as {@code --format} has it. */
public enum Format {
    BINARY,
    MSGPACK;

    public BodyFormat bodies() {
        return switch (this) {
            case BINARY -> BodyFormat.BINARY;
            case MSGPACK -> MessagePackFormat.MESSAGE_PACK;
        };
    }
}
