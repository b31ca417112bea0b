package gameserver.chat.packet;

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
 * @param payload at least one byte
 */
public record RoomRelayRequest(Bytes payload) implements Packet {
    public static final PacketType<RoomRelayRequest> TYPE =
            PacketType.toServer(
                            741, "ROOM_RELAY_REQ", RoomRelayRequest.class, RoomRelayRequest::read)
                    .inBinary();

    private static RoomRelayRequest read(BodyReader in) {
        if (!in.hasMore()) {
            throw new MalformedPacketException(ErrorCode.RELAY_EMPTY, "payload is empty");
        }
        return new RoomRelayRequest(in.rest("payload"));
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
