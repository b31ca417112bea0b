package gameserver.net.client;

import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.PacketCatalog;

/** What is spoken on a connection: which packets, and how their bodies are written. */
public record Dialect(PacketCatalog catalog, BodyFormat format) {}
