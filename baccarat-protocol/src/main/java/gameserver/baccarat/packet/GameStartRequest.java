package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;

/** Opens a round at the table that the user is at. */
public record GameStartRequest() implements Packet {
    public static final PacketType<GameStartRequest> TYPE =
            PacketType.toServer(
                            751, "GAME_START_REQ", GameStartRequest.class, GameStartRequest::read)
                    .refusedBy(error -> new GameStartResponse(Result.of(error)));

    private static GameStartRequest read(BodyReader in) {
        return new GameStartRequest();
    }

    @Override
    public void writeBody(BodyWriter out) {}

    @Override
    public PacketType<GameStartRequest> type() {
        return TYPE;
    }
}
