package gameserver.net.server;

import gameserver.net.metrics.ServerCounters;

/** What all sessions of one server share. Immutable, of parts that any thread may use. */
record ServerContext<C>(
        Application<C> application,
        Limits limits,
        ServerCounters counters,
        SessionSlots slots,
        SessionLog log) {

    /** Tidies up. To be called about once a second. */
    void afterEachSweep() {
        slots.forgetAddresses();
        log.tellLeftOut();
    }
}
