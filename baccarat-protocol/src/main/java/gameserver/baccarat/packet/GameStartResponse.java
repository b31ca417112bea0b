package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link GameStartRequest}. */
public record GameStartResponse(Result result) implements Packet {
    public static final PacketType<GameStartResponse> TYPE =
            PacketType.toClient(
                    752, "GAME_START_RES", GameStartResponse.class, GameStartResponse::read);

    private static GameStartResponse read(BodyReader in) {
        return new GameStartResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<GameStartResponse> type() {
        return TYPE;
    }
}
