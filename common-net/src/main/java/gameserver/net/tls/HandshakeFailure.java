package gameserver.net.tls;

import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a connection did not get as far as a session. Log lines and metrics use the same names. */
public enum HandshakeFailure {
    /** What came first was no TLS: a client without it, or garbage. */
    NOT_TLS,
    /** The handshake was not over in time. */
    TIMEOUT,
    /** The peer closed the connection, or it broke. */
    PEER_CLOSED,
    /** Another version of TLS, a certificate that the peer does not trust, a broken message. */
    NO_AGREEMENT;

    private static final int MAX_EXPLANATION = 200;

    /** Tells it from what the TLS handler has failed with. */
    public static HandshakeFailure of(Throwable cause) {
        if (cause instanceof NotSslRecordException) {
            return NOT_TLS;
        } else if (cause instanceof SslHandshakeTimeoutException) {
            return TIMEOUT;
        }
        // A write that failed comes as the cause of another exception.
        return isOfSocket(cause) || isOfSocket(cause.getCause()) ? PEER_CLOSED : NO_AGREEMENT;
    }

    private static boolean isOfSocket(@Nullable Throwable cause) {
        return cause instanceof IOException && !(cause instanceof SSLException);
    }

    /** What there is to say of {@code cause} besides, in one line that is not too long. */
    public String explain(Throwable cause) {
        if (this == NOT_TLS) {
            return "no TLS record came first";
        }
        String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), MAX_EXPLANATION));
    }

    /** The name in log lines and as the {@code reason} label of metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
