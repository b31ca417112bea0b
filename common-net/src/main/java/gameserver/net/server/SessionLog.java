package gameserver.net.server;

import gameserver.net.session.CloseReason;
import gameserver.net.session.RefusalReason;
import gameserver.net.tls.HandshakeFailure;
import java.net.SocketAddress;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log says of connections that were refused, of TLS handshakes that failed, and of
 * sessions that were ended: by a limit, which is the client's fault, or by a bug of ours. Clients
 * can bring about each as often as they can connect, so only the first in each second have a line
 * of their own; {@code net_sessions_refused_total} and its like count all of them.
 *
 * <p>Any thread may use it.
 */
final class SessionLog {
    /** All of them say the same. */
    static final int REFUSED_PER_SECOND = 1;

    /** More than that nobody reads. */
    static final int ENDED_PER_SECOND = 20;

    /** With their traces; one bug throws the same trace again and again. */
    static final int FAILED_PER_SECOND = 5;

    private static final Logger log = LoggerFactory.getLogger(SessionLog.class);

    private final LogLimit refused;
    private final LogLimit handshakes;
    private final LogLimit ended;
    private final LogLimit failed;

    SessionLog(LongSupplier nanoTime) {
        refused = new LogLimit(REFUSED_PER_SECOND, nanoTime);
        handshakes = new LogLimit(ENDED_PER_SECOND, nanoTime);
        ended = new LogLimit(ENDED_PER_SECOND, nanoTime);
        failed = new LogLimit(FAILED_PER_SECOND, nanoTime);
    }

    /** A limit keeps a connection from becoming a session. */
    void refused(@Nullable SocketAddress peer, RefusalReason reason) {
        if (refused.tryTake()) {
            log.warn("connection refused peer={} reason={}", peer, reason.label());
        }
    }

    /** A client does not come as far as a session. That it has gone is nothing to warn of. */
    void handshakeFailed(SocketAddress peer, HandshakeFailure reason, Throwable cause) {
        if (reason == HandshakeFailure.PEER_CLOSED) {
            log.debug("handshake failed peer={} reason={}", peer, reason.label());
        } else if (handshakes.tryTake()) {
            log.warn(
                    "handshake failed peer={} reason={} detail={}",
                    peer,
                    reason.label(),
                    reason.explain(cause));
        }
    }

    /** A handshake has ended in something that nobody expected. */
    void handshakeFailed(SocketAddress peer, Throwable cause) {
        if (failed.tryTake()) {
            log.error("handshake failed peer={}", peer, cause);
        }
    }

    /** A limit ends a session. */
    void ended(long id, SocketAddress peer, CloseReason reason, String detail) {
        if (ended.tryTake()) {
            log.warn(
                    "session ends id={} peer={} reason={} detail={}",
                    id,
                    peer,
                    reason.label(),
                    detail);
        }
    }

    /** What was done for a session has thrown something that nobody expected. */
    void failed(long id, String at, Throwable cause) {
        if (failed.tryTake()) {
            log.error("session failed id={} at={}", id, at, cause);
        }
    }

    /** Tells of those that had no line. To be called about once a second. */
    void tellLeftOut() {
        long moreRefused = refused.takeLeftOut();
        if (moreRefused > 0) {
            log.warn("connection refused left-out={} see=net_sessions_refused_total", moreRefused);
        }
        long moreHandshakes = handshakes.takeLeftOut();
        if (moreHandshakes > 0) {
            log.warn(
                    "handshake failed left-out={} see=net_handshakes_failed_total", moreHandshakes);
        }
        long moreEnded = ended.takeLeftOut();
        if (moreEnded > 0) {
            log.warn("session ends left-out={} see=net_sessions_closed_total", moreEnded);
        }
        long moreFailed = failed.takeLeftOut();
        if (moreFailed > 0) {
            log.error("session failed left-out={} see=net_sessions_closed_total", moreFailed);
        }
    }
}
