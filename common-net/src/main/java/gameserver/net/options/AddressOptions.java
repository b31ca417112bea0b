package gameserver.net.options;

import picocli.CommandLine.Option;

/**
 * What the clients of one address may have of a server. Set once at the start and not changed after
 * that, so any thread may read them. A limit of 0 is switched off.
 */
public final class AddressOptions {
    @Option(
            names = "--max-connections-per-address",
            paramLabel = "n",
            defaultValue = "200",
            description =
                    "Connections at a time from one address; 0: any number. Like those below it"
                            + " takes the /64 of an IPv6 address for one address.")
    private int maxConnections;

    @Option(
            names = "--max-connection-rate-per-address",
            paramLabel = "n",
            defaultValue = "50",
            description =
                    "New connections from one address a second, with bursts of twice that;"
                            + " 0: any number.")
    private int maxConnectionRate;

    @Option(
            names = "--max-unauthenticated-per-address",
            paramLabel = "n",
            defaultValue = "50",
            description =
                    "Connections at a time from one address that have not logged in, where there"
                            + " is a login; 0: any number.")
    private int maxUnauthenticated;

    @Option(
            names = "--limit-loopback",
            paramLabel = "true|false",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Whether the limits of an address hold for 127.0.0.0/8 and ::1, too.")
    private boolean limitLoopback;

    /**
     * Checks what the types of the options can't.
     *
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    void check() {
        check("--max-connections-per-address", maxConnections);
        check("--max-connection-rate-per-address", maxConnectionRate);
        check("--max-unauthenticated-per-address", maxUnauthenticated);
    }

    private static void check(String option, int value) {
        ServerOptions.check(option, value, 0, 1_000_000);
    }

    public int maxConnections() {
        return maxConnections;
    }

    /** Connections a second. */
    public int maxConnectionRate() {
        return maxConnectionRate;
    }

    public int maxUnauthenticated() {
        return maxUnauthenticated;
    }

    public boolean limitLoopback() {
        return limitLoopback;
    }
}
