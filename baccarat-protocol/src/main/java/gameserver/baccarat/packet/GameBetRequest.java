package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.MalformedPacketException;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.Result;
import org.jspecify.annotations.Nullable;

/**
 * Bets, or changes the bet of this round.
 *
 * @param side 1 player, 2 banker, 3 tie; anything else is for the server to refuse
 * @param amount in chips; null for the least that the table takes
 */
public record GameBetRequest(int side, @Nullable Long amount) implements Packet {
    public static final PacketType<GameBetRequest> TYPE =
            PacketType.toServer(761, "GAME_BET_REQ", GameBetRequest.class, GameBetRequest::read)
                    .refusedBy(error -> new GameBetResponse(Result.of(error)));

    private static GameBetRequest read(BodyReader in) {
        try {
            int side = in.int8("Side");
            Long amount = in.hasMore() ? in.int64("Amount") : null;
            in.requireEnd();
            return new GameBetRequest(side, amount);
        } catch (MalformedPacketException e) {
            throw new MalformedPacketException(
                    ErrorCode.BET_MALFORMED, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int8("Side", side);
        if (amount != null) {
            out.int64("Amount", amount);
        }
    }

    @Override
    public PacketType<GameBetRequest> type() {
        return TYPE;
    }
}
