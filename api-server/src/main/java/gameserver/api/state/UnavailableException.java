package gameserver.api.state;

/** Something that a call needs does not answer at the moment. A later try may succeed. */
public final class UnavailableException extends RuntimeException {
    public UnavailableException(String message) {
        super(message);
    }

    public UnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
