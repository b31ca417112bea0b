package gameserver.net.packet;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of all packets of one id: name, direction, record class, how a body is read, and
 * how a request of this type is refused.
 *
 * @param id 0..65535, as in the header
 * @param name the name in docs/protocol.md
 * @param reader reads the body; must leave nothing unread
 * @param refusal makes the response that tells a failure, or null when the request has no response
 *     of its own and an ERROR_NTF tells it
 * @param alwaysBinary whether the body is binary whatever the format of other packets is
 */
public record PacketType<P extends Packet>(
        int id,
        String name,
        Direction direction,
        Class<P> packetClass,
        Function<BodyReader, P> reader,
        @Nullable Function<ErrorCode, Packet> refusal,
        boolean alwaysBinary) {

    private static final int MAX_ID = 0xFFFF;

    /** Who may send a packet. */
    public enum Direction {
        TO_SERVER,
        TO_CLIENT,
        BOTH
    }

    public PacketType {
        if (id < 0 || id > MAX_ID) {
            throw new IllegalArgumentException(name + ": packet id " + id + " is not in 0..65535");
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(packetClass, "packetClass");
        Objects.requireNonNull(reader, "reader");
    }

    /** A packet that only clients send, and that has no response of its own. */
    public static <P extends Packet> PacketType<P> toServer(
            int id, String name, Class<P> packetClass, Function<BodyReader, P> reader) {
        return new PacketType<>(id, name, Direction.TO_SERVER, packetClass, reader, null, false);
    }

    /** A packet that only the server sends. */
    public static <P extends Packet> PacketType<P> toClient(
            int id, String name, Class<P> packetClass, Function<BodyReader, P> reader) {
        return new PacketType<>(id, name, Direction.TO_CLIENT, packetClass, reader, null, false);
    }

    /** A packet that either side sends. */
    public static <P extends Packet> PacketType<P> both(
            int id, String name, Class<P> packetClass, Function<BodyReader, P> reader) {
        return new PacketType<>(id, name, Direction.BOTH, packetClass, reader, null, false);
    }

    /** The same type, whose failures are told by the response that {@code refusal} makes. */
    public PacketType<P> refusedBy(Function<ErrorCode, Packet> refusal) {
        return new PacketType<>(id, name, direction, packetClass, reader, refusal, alwaysBinary);
    }

    /** The same type for bodies of bytes that only their users make sense of. */
    public PacketType<P> inBinary() {
        return new PacketType<>(id, name, direction, packetClass, reader, refusal, true);
    }

    /** The format of the body where other packets have the {@code usual} one. */
    public BodyFormat format(BodyFormat usual) {
        return alwaysBinary ? BodyFormat.BINARY : usual;
    }

    /** The packet that tells the sender of this type why it failed. */
    public Packet refuse(ErrorCode error) {
        return refusal == null ? ErrorNotify.of(error) : refusal.apply(error);
    }

    /**
     * Reads one whole body.
     *
     * @throws MalformedPacketException when fields are missing, malformed, or followed by more
     *     bytes
     */
    public P read(BodyReader in) {
        P packet = reader.apply(in);
        in.requireEnd();
        return packet;
    }

    @Override
    public String toString() {
        return name + "(" + id + ")";
    }
}
