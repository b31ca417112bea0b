package gameserver.net.packet;

/** The packets that every server of the suite speaks. */
public final class CommonPackets {
    public static final PacketCatalog CATALOG =
            PacketCatalog.of(Echo.TYPE, PingRequest.TYPE, PingResponse.TYPE, ErrorNotify.TYPE);

    private CommonPackets() {}
}
