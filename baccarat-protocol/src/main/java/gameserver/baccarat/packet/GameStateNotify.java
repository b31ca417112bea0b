package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/**
 * How the table is now.
 *
 * @param state 1 waiting, 2 betting, 3 result
 * @param millisLeft until the state changes by itself; 0 when it does not
 * @param round the number of the current or last round; 0 before the first
 */
public record GameStateNotify(int state, int millisLeft, long round) implements Packet {
    public static final PacketType<GameStateNotify> TYPE =
            PacketType.toClient(
                    767, "GAME_STATE_NTF", GameStateNotify.class, GameStateNotify::read);

    private static GameStateNotify read(BodyReader in) {
        return new GameStateNotify(in.int8("State"), in.int32("MillisLeft"), in.uint64("Round"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int8("State", state);
        out.int32("MillisLeft", millisLeft);
        out.uint64("Round", round);
    }

    @Override
    public PacketType<GameStateNotify> type() {
        return TYPE;
    }
}
