package gameserver.net.packet;

/**
 * Tells what went wrong where no response can tell it.
 *
 * @param code a number of {@link ErrorCode}, or one that only a newer server knows
 */
public record ErrorNotify(short code) implements Packet {
    public static final PacketType<ErrorNotify> TYPE =
            PacketType.toClient(203, "ERROR_NTF", ErrorNotify.class, ErrorNotify::read);

    public static ErrorNotify of(ErrorCode error) {
        return new ErrorNotify((short) error.number());
    }

    private static ErrorNotify read(BodyReader in) {
        return new ErrorNotify(in.int16("ErrorCode"));
    }

    @Override
    public void writeBody(BodyWriter out) {
        out.int16("ErrorCode", code);
    }

    @Override
    public PacketType<ErrorNotify> type() {
        return TYPE;
    }
}
