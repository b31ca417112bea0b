package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** The answer to a {@link GameBetRequest}. */
public record GameBetResponse(Result result) implements Packet {
    public static final PacketType<GameBetResponse> TYPE =
            PacketType.toClient(762, "GAME_BET_RES", GameBetResponse.class, GameBetResponse::read);

    private static GameBetResponse read(BodyReader in) {
        return new GameBetResponse(in.result("Result"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.result("Result", result);
    }

    @Override
    public PacketType<GameBetResponse> type() {
        return TYPE;
    }
}
