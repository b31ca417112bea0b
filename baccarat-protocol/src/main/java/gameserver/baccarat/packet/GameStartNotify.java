package gameserver.baccarat.packet;

import gameserver.net.packet.BodyReader;
import gameserver.net.packet.BodyWriter;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;

/** A round has been opened. */
public record GameStartNotify() implements Packet {
    public static final PacketType<GameStartNotify> TYPE =
            PacketType.toClient(
                    753, "GAME_START_NTF", GameStartNotify.class, GameStartNotify::read);

    private static GameStartNotify read(BodyReader in) {
        return new GameStartNotify();
    }

    @Override
    public void writeBody(BodyWriter out) {}

    @Override
    public PacketType<GameStartNotify> type() {
        return TYPE;
    }
}
