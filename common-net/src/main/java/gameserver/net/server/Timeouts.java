package gameserver.net.server;

import gameserver.net.session.CloseReason;
import gameserver.net.session.SessionState;
import org.jspecify.annotations.Nullable;

/** For how long a connection may be silent, not logged in, or not reading. Of its event loop. */
final class Timeouts {
    private final Limits limits;
    private final Backpressure backpressure;
    private final long openedAt;
    private long lastReceivedAt;

    Timeouts(Limits limits, Backpressure backpressure, long now) {
        this.limits = limits;
        this.backpressure = backpressure;
        this.openedAt = now;
        this.lastReceivedAt = now;
    }

    /** Any byte is a sign of life. */
    void onReceived(long now) {
        lastReceivedAt = now;
    }

    /** Why a session in {@code state} has to end, or null when its time is not up. */
    @Nullable CloseReason passed(long now, SessionState state) {
        if (backpressure.isSlow()
                && isUp(limits.slowConsumerNanos(), backpressure.slowSince(), now)) {
            return CloseReason.SLOW_CONSUMER;
        }
        if (!backpressure.isPaused() && isUp(limits.heartbeatNanos(), lastSignOfLife(), now)) {
            return CloseReason.HEARTBEAT_TIMEOUT;
        }
        if (!state.includes(SessionState.LOGGED_IN) && isUp(limits.loginNanos(), openedAt, now)) {
            return CloseReason.LOGIN_TIMEOUT;
        }
        return null;
    }

    /** The client can't be heard while its reading pauses, which is not its fault. */
    private long lastSignOfLife() {
        return Math.max(lastReceivedAt, backpressure.resumedAt());
    }

    private static boolean isUp(long timeout, long since, long now) {
        return timeout > 0 && now - since >= timeout;
    }
}
