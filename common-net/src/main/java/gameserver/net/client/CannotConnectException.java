package gameserver.net.client;

import gameserver.net.options.HostPort;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** There is no such server. The message is one line that a user understands. */
public final class CannotConnectException extends IOException {
    public CannotConnectException(HostPort address, Throwable cause) {
        super("can't connect to %s: %s".formatted(address, explain(cause)), cause);
    }

    private static String explain(Throwable cause) {
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "no such host";
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("refused") ? "nobody listens there" : message;
    }
}
