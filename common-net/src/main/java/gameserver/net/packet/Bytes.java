package gameserver.net.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An immutable run of bytes: what a record holds where an array could be changed from outside and
 * would be compared by identity.
 */
public final class Bytes {
    private static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** A copy of {@code bytes}. */
    public static Bytes of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone());
    }

    /** {@code text} in UTF-8. */
    public static Bytes utf8(String text) {
        return text.isEmpty() ? EMPTY : new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes {@code length} bytes from {@code in}, which must have them. */
    static Bytes read(ByteBuf in, int length) {
        if (length == 0) {
            return EMPTY;
        }
        byte[] array = new byte[length];
        in.readBytes(array);
        return new Bytes(array);
    }

    /** These bytes as UTF-8, or null when they are not. */
    public @Nullable String toText() {
        return Utf8.decode(array);
    }

    public int size() {
        return array.length;
    }

    public byte[] toArray() {
        return array.clone();
    }

    public void writeTo(ByteBuf out) {
        out.writeBytes(array);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /** Hexadecimal, two digits a byte. */
    @Override
    public String toString() {
        return ByteBufUtil.hexDump(array);
    }
}
