package gameserver.net.packet;

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

    short int16(String field);

    /** All bytes up to the end of the body, which may be none. */
    Bytes rest(String field);

    /** Fails when something is left: a body that is too long is as wrong as one too short. */
    void requireEnd();
}
