package gameserver.net.packet;

import org.jspecify.annotations.Nullable;

/**
 * A frame that could not become a packet. It travels the way of a packet, so that its answer stays
 * in the order of the requests.
 *
 * @param type null when the id is unknown or was not looked at
 * @param reason for a log or an inspector; not sent
 */
public record UndecodablePacket(
        int id, @Nullable PacketType<?> type, ErrorCode error, String reason) implements Received {}
