package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * What has become of the receiver's bet.
 *
 * @param side 1 player, 2 banker, 3 tie
 * @param bet the chips that were bet
 * @param returned the chips that come back, the bet included; 0 when it is lost
 * @param balance with these chips
 */
public record GamePayoutNotify(int side, long bet, long returned, long balance) implements Packet {
    public static final PacketType<GamePayoutNotify> TYPE =
            PacketType.toClient(
                    765, "GAME_PAYOUT_NTF", GamePayoutNotify.class, GamePayoutNotify::read);

    private static GamePayoutNotify read(BodyReader in) {
        return new GamePayoutNotify(
                in.int8("Side"), in.int64("Bet"), in.int64("Returned"), in.int64("Balance"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int8("Side", side);
        out.int64("Bet", bet);
        out.int64("Returned", returned);
        out.int64("Balance", balance);
    }

    @Override
    public PacketType<GamePayoutNotify> type() {
        return TYPE;
    }
}
