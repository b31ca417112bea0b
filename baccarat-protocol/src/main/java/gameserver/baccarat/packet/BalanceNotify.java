package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/** How many chips the receiver has, without those that are bet. */
public record BalanceNotify(long balance) implements Packet {
    public static final PacketType<BalanceNotify> TYPE =
            PacketType.toClient(766, "BALANCE_NTF", BalanceNotify.class, BalanceNotify::read);

    private static BalanceNotify read(BodyReader in) {
        return new BalanceNotify(in.int64("Balance"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int64("Balance", balance);
    }

    @Override
    public PacketType<BalanceNotify> type() {
        return TYPE;
    }
}
