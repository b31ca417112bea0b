package gameserver.chat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link LoginRequest}. */
public record LoginResponse(Result result) implements Packet {
    public static final PacketType<LoginResponse> TYPE =
            PacketType.toClient(702, "LOGIN_RES", LoginResponse.class, LoginResponse::read);

    private static LoginResponse read(BodyReader in) {
        return new LoginResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<LoginResponse> type() {
        return TYPE;
    }
}
