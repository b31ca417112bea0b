package gameserver.net.packet;

/** Any bytes, which come back unchanged. */
public record Echo(Bytes payload) implements Packet {
    public static final PacketType<Echo> TYPE =
            PacketType.both(101, "ECHO", Echo.class, Echo::read).inBinary();

    private static Echo read(BodyReader in) {
        return new Echo(in.rest("payload"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.rest("payload", payload);
    }

    @Override
    public PacketType<Echo> type() {
        return TYPE;
    }
}
