package gameserver.net.packet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one packet body, in the order of its layout. The name of a field is what the
 * format and the error messages call it; a binary body has only the order.
 *
 * <p>Every method throws {@link MalformedPacketException} when the field is not there or is not
 * what it should be. Used by one thread at a time.
 */
public interface BodyReader {
    /** Whether another field follows: for layouts that may end early. */
    boolean hasMore();

    /** 0..255. */
    int uint8(String field);

    /** -128..127. */
    int int8(String field);

    short int16(String field);

    int int32(String field);

    /** One that only a binary body has; null in the other formats. */
    @Nullable Integer binaryInt32(String field);

    long int64(String field);

    /** 64 bits without a sign: a Java {@code long} that is negative stands for 2^63 and more. */
    long uint64(String field);

    /** Yes or no; in a binary body 1 or 0. */
    boolean flag(String field);

    Result result(String field);

    /** At most {@code size} bytes, without the NUL bytes that fill up a field of that size. */
    Bytes padded(String field, int size);

    /** A text of at most 255 bytes. */
    String shortText(String field);

    /**
     * A longer text.
     *
     * @param least bytes that are allowed
     * @param most bytes that are allowed
     * @param outside what the sender of any other length is told
     */
    String text(String field, int least, int most, ErrorCode outside);

    /** At most 255 elements after their number. */
    <E> List<E> list(String countField, Function<BodyReader, E> element);

    /** All bytes up to the end of the body, which may be none; of a binary body only. */
    Bytes rest(String field);

    /** Fails when something is left: a body that is too long is as wrong as one too short. */
    void requireEnd();
}
