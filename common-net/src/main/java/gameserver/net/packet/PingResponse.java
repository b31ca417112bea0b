package gameserver.net.packet;

import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link PingRequest}.
 *
 * @param number what the request had; null for an empty body
 */
public record PingResponse(@Nullable Short number) implements Packet {
    public static final PacketType<PingResponse> TYPE =
            PacketType.toClient(202, "PING_RES", PingResponse.class, PingResponse::read);

    private static PingResponse read(BodyReader in) {
        return new PingResponse(in.hasMore() ? in.int16("Number") : null);
    }

    @Override
    public void writeBody(BodyWriter out) {
        if (number != null) {
            out.int16("Number", number);
        }
    }

    @Override
    public PacketType<PingResponse> type() {
        return TYPE;
    }
}
