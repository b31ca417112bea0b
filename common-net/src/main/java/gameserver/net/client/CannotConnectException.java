package gameserver.net.client;

import gameserver.net.options.HostPort;
import gameserver.net.tls.ClientTls;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/**
 * There is no such server, or none to be trusted. The message is one line that a user understands.
 */
public final class CannotConnectException extends IOException {
    public CannotConnectException(HostPort address, Throwable cause) {
        super("can't connect to %s: %s".formatted(address, explain(cause)), cause);
    }

    private static String explain(Throwable cause) {
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "no such host";
        } else if (cause instanceof SSLException || cause instanceof ClosedChannelException) {
            return ClientTls.explain(cause);
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("refused") ? "nobody listens there" : message;
    }
}
