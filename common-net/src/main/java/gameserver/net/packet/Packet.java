package gameserver.net.packet;

/**
 * Something that is said over the wire. Implementations are records: immutable, so that they may
 * cross threads, and each declared in one file with its id and its layout.
 */
public non-sealed interface Packet extends Received {
    PacketType<?> type();

    /** Writes the fields in wire order. The reader in {@link #type()} reads them in the same. */
    void writeBody(BodyWriter out);
}
