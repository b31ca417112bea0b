package gameserver.net.packet;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes the fields of one packet body; the counterpart of {@link BodyReader}.
 *
 * <p>Every method throws {@link IllegalStateException} when the value does not fit into its field.
 */
public interface BodyWriter {
    void uint8(String field, int value);

    /** -128..127. */
    void int8(String field, int value);

    void int16(String field, int value);

    void int32(String field, int value);

    /** One that other formats than the binary one leave out. */
    void binaryInt32(String field, int value);

    void int64(String field, long value);

    void uint64(String field, long value);

    void flag(String field, boolean value);

    /** Success is 1 in a binary body and 0 in a MessagePack one; errors are the same in both. */
    void result(String field, Result value);

    /** At most {@code size} bytes; a binary body fills them up with NUL bytes. */
    void padded(String field, int size, Bytes value);

    /** A text of at most 255 bytes. */
    void shortText(String field, String value);

    /** A text of at most 32767 bytes. */
    void text(String field, String value);

    /** At most 255 elements after their number. */
    <E> void list(String countField, List<E> elements, BiConsumer<BodyWriter, E> element);

    /** All that follows; of a binary body only. */
    void rest(String field, Bytes value);
}
