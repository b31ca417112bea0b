package gameserver.fuzz;

import java.util.Arrays;
import java.util.List;

/** The bytes that the fuzzer has made up, used from the front. When they are over, zeros follow. */
final class Input {
    private final byte[] bytes;
    private int used;

    Input(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return used < bytes.length;
    }

    /** The next byte, 0..255. */
    int next() {
        return hasMore() ? bytes[used++] & 0xFF : 0;
    }

    /** One of {@code choices}, by the next byte. */
    <T> T choose(List<T> choices) {
        return choices.get(next() % choices.size());
    }

    /** Up to {@code count} bytes: as many of them as are left. */
    byte[] take(int count) {
        int start = used;
        used = Math.min(bytes.length, used + count);
        return Arrays.copyOfRange(bytes, start, used);
    }

    byte[] rest() {
        return take(bytes.length - used);
    }
}
