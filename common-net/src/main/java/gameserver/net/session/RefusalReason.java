package gameserver.net.session;

import java.util.Locale;

/** Why a connection gets no session. Log lines and metrics use the same names. */
public enum RefusalReason {
    /** As many connections are open as the server takes. */
    SERVER_FULL,
    /** The address has as many connections open as one may have. */
    ADDRESS_CONNECTIONS,
    /** As many connections of the address wait for their login as one may have. */
    ADDRESS_UNAUTHENTICATED,
    /** New connections of the address come too fast. */
    ADDRESS_RATE;

    /** The name in log lines and as the {@code reason} label of metrics. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
