package gameserver.net.packet;

/** Writes the fields of one packet body; the counterpart of {@link BodyReader}. */
public interface BodyWriter {
    void int16(String field, int value);

    void rest(String field, Bytes value);
}
