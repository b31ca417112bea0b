package gameserver.net.server;

import gameserver.net.options.ServerOptions;

/** What one session may do to the server, from the options. 0 is switched off. */
record Limits(
        int maxPacketSize,
        int requestsPerSecond,
        long heartbeatNanos,
        long loginNanos,
        long slowConsumerNanos,
        int maxPendingOutput) {

    /** Packets of one session that may wait for its logic thread before its reading pauses. */
    static final int MAILBOX_SHARE = 256;

    /** Unread output at which a client that was slow has caught up. */
    static final int NOT_SLOW_BYTES = ServerOptions.SLOW_BYTES / 2;

    /** Most that one read takes from a socket, and so what may come on top of a mailbox share. */
    static final int READ_BYTES = 8 * 1024;

    static Limits of(ServerOptions options) {
        return new Limits(
                options.maxPacketSize(),
                options.maxRequestsPerSecond(),
                options.heartbeatTimeout().toNanos(),
                options.loginTimeout().toNanos(),
                options.slowConsumerTimeout().toNanos(),
                options.maxPendingOutput());
    }
}
