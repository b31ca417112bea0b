package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * Somebody at the table has bet, or changed the bet; who has bet hears it, too.
 *
 * @param roomUserId who bets
 * @param side 1 player, 2 banker, 3 tie
 * @param amount in chips
 */
public record GameBetNotify(long roomUserId, int side, long amount) implements Packet {
    public static final PacketType<GameBetNotify> TYPE =
            PacketType.toClient(763, "GAME_BET_NTF", GameBetNotify.class, GameBetNotify::read);

    private static GameBetNotify read(BodyReader in) {
        return new GameBetNotify(in.uint64("UserUniqueId"), in.int8("Side"), in.int64("Amount"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.uint64("UserUniqueId", roomUserId);
        out.int8("Side", side);
        out.int64("Amount", amount);
    }

    @Override
    public PacketType<GameBetNotify> type() {
        return TYPE;
    }
}
