package gameserver.net.server;

import gameserver.net.options.HostPort;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/**
 * The server can't start, for a reason that its user can mend and that the message tells in one
 * line.
 */
public final class ServerStartException extends RuntimeException {
    public ServerStartException(String message) {
        super(message);
    }

    /** The server can't listen on {@code address}. */
    public ServerStartException(HostPort address, Throwable cause) {
        super("can't listen on %s: %s".formatted(address, explain(cause)), cause);
    }

    private static String explain(Throwable cause) {
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "no such host";
        }
        String message = cause.getMessage();
        if (message == null) {
            return cause.getClass().getSimpleName();
        }
        // Native transports put the name of the system call before what has happened.
        return message.contains("Address already in use") ? "the port is in use" : message;
    }
}
