package gameserver.net.codec;

/**
 * The header of every frame. All integers are little-endian.
 *
 * <pre>
 *   0        2        4      5                 size
 *   +--------+--------+------+--------- ... ---+
 *   |  size  |   id   | type |      body       |
 *   | u16 LE | u16 LE |  u8  |  size - 5 bytes |
 *   +--------+--------+------+--------- ... ---+
 * </pre>
 *
 * {@code size} counts the whole frame, header included. {@code type} is a bit field: 1 compressed,
 * 2 encrypted; neither is spoken here, so it is always {@link #NORMAL}.
 */
public final class PacketHeader {
    public static final int SIZE_OFFSET = 0;
    public static final int ID_OFFSET = 2;
    public static final int TYPE_OFFSET = 4;

    /** Length of the header, and so the least size of a frame. */
    public static final int LENGTH = 5;

    public static final int MAX_SIZE = 0xFFFF;

    public static final int NORMAL = 0;

    private PacketHeader() {}
}
