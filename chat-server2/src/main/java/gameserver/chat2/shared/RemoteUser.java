package gameserver.chat2.shared;

import gameserver.chat.Occupant;
import gameserver.net.packet.Packet;

/** A user of another server, in a room that both servers have. */
record RemoteUser(String id) implements Occupant {
    /** Does nothing: the server that this user is connected to says it. */
    @Override
    public void send(Packet packet) {}
}
