package gameserver.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plainest program that cuts a stream into frames, as docs/protocol.md tells it. */
final class FrameCutter {
    private static final int HEADER = 5;

    private final int maxSize;
    private byte[] left = {};
    private boolean broken;

    FrameCutter(int maxSize) {
        this.maxSize = maxSize;
    }

    /** The frames that are whole with these bytes. */
    List<byte[]> cut(byte[] piece) {
        List<byte[]> frames = new ArrayList<>();
        byte[] all = join(left, piece);
        int at = 0;
        while (!broken && all.length - at >= 2) {
            int size = (all[at] & 0xFF) + 256 * (all[at + 1] & 0xFF);
            broken = size < HEADER || size > maxSize;
            if (broken || all.length - at < size) {
                break;
            }
            frames.add(Arrays.copyOfRange(all, at, at + size));
            at += size;
        }
        left = broken ? new byte[0] : Arrays.copyOfRange(all, at, all.length);
        return frames;
    }

    /** Whether a size has come that no frame has: nothing is cut any more. */
    boolean isBroken() {
        return broken;
    }

    /** Whether a frame has begun that is not whole yet. */
    boolean isWithinFrame() {
        return left.length > 0;
    }

    private static byte[] join(byte[] first, byte[] second) {
        ByteArrayOutputStream both = new ByteArrayOutputStream(first.length + second.length);
        both.writeBytes(first);
        both.writeBytes(second);
        return both.toByteArray();
    }
}
