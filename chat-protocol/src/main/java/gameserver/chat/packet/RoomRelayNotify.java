package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * What somebody in the room has sent; the sender gets it, too.
 *
 * @param roomUserId the sender
 */
public record RoomRelayNotify(long roomUserId, Bytes payload) implements Packet {
    public static final PacketType<RoomRelayNotify> TYPE =
            PacketType.toClient(742, "ROOM_RELAY_NTF", RoomRelayNotify.class, RoomRelayNotify::read)
                    .inBinary();

    private static RoomRelayNotify read(BodyReader in) {
        return new RoomRelayNotify(in.uint64("UserUniqueId"), in.rest("payload"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("UserUniqueId", roomUserId);
        out.rest("payload", payload);
    }

    @Override
    public PacketType<RoomRelayNotify> type() {
        return TYPE;
    }
}
