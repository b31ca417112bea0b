package gameserver.net.packet;

/**
 * A body that is not what its id says. It is the peer's fault and tells nothing about our code, so
 * it carries no stack trace: a peer must not be able to make us fill them in.
 */
public final class MalformedPacketException extends RuntimeException {
    private final ErrorCode error;

    /** The body is not what its id says. */
    public MalformedPacketException(String message) {
        this(ErrorCode.PACKET_DECODING_FAIL, message);
    }

    /** The body breaks a rule that has an error code of its own. */
    public MalformedPacketException(ErrorCode error, String message) {
        super(message, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
        this.error = error;
    }

    /** What the peer is told. */
    public ErrorCode error() {
        return error;
    }
}
