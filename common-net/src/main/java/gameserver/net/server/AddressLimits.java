package gameserver.net.server;

import gameserver.net.options.AddressOptions;
import gameserver.net.session.SessionState;

/**
 * What the clients of one address may have, from the options. 0 is switched off.
 *
 * @param perSecond new connections a second, with bursts of twice that
 * @param loopback whether this machine's own addresses are limited, too
 */
record AddressLimits(int connections, int unauthenticated, int perSecond, boolean loopback) {
    static final AddressLimits NONE = new AddressLimits(0, 0, 0, false);

    /** Where sessions begin logged in, none of them is unauthenticated. */
    static AddressLimits of(AddressOptions options, SessionState initialState) {
        boolean hasLogin = !initialState.includes(SessionState.LOGGED_IN);
        return new AddressLimits(
                options.maxConnections(),
                hasLogin ? options.maxUnauthenticated() : 0,
                options.maxConnectionRate(),
                options.limitLoopback());
    }

    boolean areOff() {
        return connections == 0 && unauthenticated == 0 && perSecond == 0;
    }
}
