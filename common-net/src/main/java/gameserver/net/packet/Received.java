package gameserver.net.packet;

/** What a frame turned out to be: a {@link Packet}, or why it is none. */
public sealed interface Received permits Packet, UndecodablePacket {}
