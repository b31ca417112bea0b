package gameserver.net.testing;

import gameserver.net.options.HostPort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What lies between the clients of a test and its servers: nothing, or, with {@code -Dnetwork=bad},
 * what bad networks do to bytes. Of the clients of a server the first has a slow one, the second
 * one that brings each byte by itself, the third one that cuts anywhere, and so on. TCP makes the
 * same of all of them, so a test has to end the same.
 *
 * <p>Belongs to the thread of the test.
 */
public final class Network implements AutoCloseable {
    private static final boolean BAD = System.getProperty("network", "good").equals("bad");
    private static final long SEED = Long.getLong("network.seed", System.nanoTime());

    /** More than a header, less than most packets. */
    private static final int MOST_BYTES = 9;

    private static final List<Consumer<FaultProxy>> FAULTS =
            List.of(
                    proxy -> proxy.delay(Duration.ofMillis(2)),
                    proxy -> proxy.cutIntoPieces(1),
                    proxy -> proxy.cutIntoPieces(MOST_BYTES, SEED));

    static {
        if (BAD) {
            System.out.println("network.seed " + SEED);
        }
    }

    private record Way(HostPort server, int fault) {}

    private final Map<Way, FaultProxy> proxies = new HashMap<>();
    private int clients;

    /** Where the next client has to connect to, to reach {@code server}. */
    public HostPort wayTo(HostPort server) {
        if (!BAD) {
            return server;
        }
        Way way = new Way(server, clients++ % FAULTS.size());
        return proxies.computeIfAbsent(way, Network::open).address();
    }

    private static FaultProxy open(Way way) {
        FaultProxy proxy = FaultProxy.to(way.server);
        FAULTS.get(way.fault).accept(proxy);
        return proxy;
    }

    /** Ends the connections that are left. */
    @Override
    public void close() {
        proxies.values().forEach(FaultProxy::close);
    }
}
