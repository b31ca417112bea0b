package gameserver.net.packet;

/**
 * A body that is not what its id says. It is the peer's fault and tells nothing about our code, so
 * it carries no stack trace: a peer must not be able to make us fill them in.
 */
public final class MalformedPacketException extends RuntimeException {
    public MalformedPacketException(String message) {
        super(message, null, /* enableSuppression= */ false, /* writableStackTrace= */ false);
    }
}
