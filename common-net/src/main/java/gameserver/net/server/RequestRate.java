package gameserver.net.server;

/**
 * How many packets one session may send: a token bucket that holds two seconds' worth and may go
 * one second's worth into debt. The first packet on debt earns a warning; a packet over the debt
 * ends the session. So a request is always either handled or the last, never silently dropped.
 *
 * <p>Belongs to the session's event loop.
 */
final class RequestRate {
    private static final double NANOS_PER_SECOND = 1e9;

    /** What a packet means for its sender. */
    enum Verdict {
        WITHIN,
        WARN,
        OVER
    }

    private final int perSecond;
    private double tokens;
    private long refilledAtNanos;
    private boolean warned;

    RequestRate(int perSecond, long nowNanos) {
        this.perSecond = perSecond;
        this.tokens = 2.0 * perSecond;
        this.refilledAtNanos = nowNanos;
    }

    /** Adds what has been earned since the last call. Once a read is often enough. */
    void refill(long nowNanos) {
        double earned = (nowNanos - refilledAtNanos) / NANOS_PER_SECOND * perSecond;
        tokens = Math.min(tokens + earned, 2.0 * perSecond);
        refilledAtNanos = nowNanos;
        if (tokens >= perSecond) {
            warned = false;
        }
    }

    /** Takes one packet's token. */
    Verdict take() {
        tokens--;
        if (tokens >= 0) {
            return Verdict.WITHIN;
        }
        if (tokens < -perSecond) {
            return Verdict.OVER;
        }
        if (warned) {
            return Verdict.WITHIN;
        }
        warned = true;
        return Verdict.WARN;
    }
}
