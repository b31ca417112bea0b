package gameserver.chat.packet;

import gameserver.net.codec.PacketHeader;
import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.MalformedPacketException;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Sends bytes to everyone in the room. What they mean is between the clients.
 *
 * @param payload at least one byte, and at most {@link #MAX_PAYLOAD}
 */
public record RoomRelayRequest(Bytes payload) implements Packet {
    public static final PacketType<RoomRelayRequest> TYPE =
            PacketType.toServer(
                            741, "ROOM_RELAY_REQ", RoomRelayRequest.class, RoomRelayRequest::read)
                    .inBinary();

    /** What fits into a {@link RoomRelayNotify} beside its sender. */
    public static final int MAX_PAYLOAD = PacketHeader.MAX_SIZE - PacketHeader.LENGTH - Long.BYTES;

    private static RoomRelayRequest read(BodyReader in) {
        if (!in.hasMore()) {
            throw new MalformedPacketException(ErrorCode.RELAY_EMPTY, "payload is empty");
        }
        Bytes payload = in.rest("payload");
        if (payload.size() > MAX_PAYLOAD) {
            throw new MalformedPacketException(
                    ErrorCode.PACKET_DECODING_FAIL, "payload is over " + MAX_PAYLOAD + " bytes");
        }
        return new RoomRelayRequest(payload);
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.rest("payload", payload);
    }

    @Override
    public PacketType<RoomRelayRequest> type() {
        return TYPE;
    }
}
