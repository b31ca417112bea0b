package gameserver.net.packet;

import org.jspecify.annotations.Nullable;

/**
 * Asks whether the other end is alive, and is a sign of life itself.
 *
 * @param number comes back in the response; null for an empty body
 */
public record PingRequest(@Nullable Short number) implements Packet {
    public static final PacketType<PingRequest> TYPE =
            PacketType.toServer(201, "PING_REQ", PingRequest.class, PingRequest::read);

    private static PingRequest read(BodyReader in) {
        return new PingRequest(in.hasMore() ? in.int16("Number") : null);
    }

    @Override
    public void writeBody(BodyWriter out) {
        if (number != null) {
            out.int16("Number", number);
        }
    }

    @Override
    public PacketType<PingRequest> type() {
        return TYPE;
    }
}
