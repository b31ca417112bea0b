package gameserver.chat;

import gameserver.net.packet.Packet;

/** Whoever can have a place in a room. Here that is a {@link User}; a room needs no more of it. */
public interface Occupant {
    /** What it is called in the list of those who are in the room. */
    String id();

    /** Says something to it. */
    void send(Packet packet);
}
