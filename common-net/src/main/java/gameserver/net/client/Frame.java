package gameserver.net.client;

import gameserver.net.packet.Bytes;
import gameserver.net.packet.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it crossed the wire, for whoever wants to see the bytes as well as the packet.
 *
 * @param bytes header and body; or anything, when it was sent raw
 * @param packet what the bytes mean; null when they are not exactly one frame
 */
public record Frame(Direction direction, Instant at, Bytes bytes, @Nullable Received packet) {

    /** Seen from the client. */
    public enum Direction {
        SENT,
        RECEIVED
    }
}
