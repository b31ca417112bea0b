package gameserver.net.session;

import gameserver.net.packet.ErrorCode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a session ended. Log lines and metrics use the same names. */
public enum CloseReason {
    /** The peer closed the connection, or it broke. */
    PEER_CLOSED(null),
    /** The peer sent a frame size that can't be resynchronised. */
    BAD_FRAME(null),
    /** What came under TLS could not be decrypted, or the peer ended TLS with an alert. */
    BAD_TLS(null),
    LOGIN_TIMEOUT(ErrorCode.LOGIN_TIMEOUT),
    /** The peer was told 62 when it first went over the limit, and went on. */
    TOO_MANY_REQUESTS(null),
    HEARTBEAT_TIMEOUT(ErrorCode.HEARTBEAT_TIMEOUT),
    /** The server stops. The peer was told 64 when the stop began. */
    SERVER_DRAINING(null),
    SLOW_CONSUMER(ErrorCode.SLOW_CONSUMER),
    LOGGED_IN_ELSEWHERE(ErrorCode.LOGGED_IN_ELSEWHERE),
    /** A handler threw: our bug, told to the log with its trace. */
    HANDLER_FAILED(null);

    private final @Nullable ErrorCode notice;

    CloseReason(@Nullable ErrorCode notice) {
        this.notice = notice;
    }

    /** What the peer is told before the connection is closed, if anything. */
    public Optional<ErrorCode> notice() {
        return Optional.ofNullable(notice);
    }

    /** The name in log lines and as the {@code reason} label of metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
