package gameserver.net.testing;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bytes on the wire, made without the code under test. */
public final class Frames {
    private static final int HEADER = 5;

    private Frames() {}

    /** A frame of the type "normal": size, id, 0, body. */
    public static byte[] frame(int id, byte... body) {
        int size = HEADER + body.length;
        byte[] frame = Arrays.copyOf(header(size, id), size);
        System.arraycopy(body, 0, frame, HEADER, body.length);
        return frame;
    }

    /** A header that claims {@code size}, whatever follows it. */
    public static byte[] header(int size, int id) {
        return new byte[] {(byte) size, (byte) (size >> 8), (byte) id, (byte) (id >> 8), 0};
    }

    public static byte[] echo(byte... payload) {
        return frame(101, payload);
    }

    /** A frame of exactly {@code size} bytes with a random body. */
    public static byte[] random(RandomGenerator random, int size) {
        byte[] body = new byte[size - HEADER];
        random.nextBytes(body);
        return frame(random.nextInt(0x10000), body);
    }

    public static byte[] join(byte[]... parts) {
        return join(Arrays.asList(parts));
    }

    public static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
