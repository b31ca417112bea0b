package gameserver.net.launch;

import gameserver.net.logic.LogicThread;
import gameserver.net.metrics.AdminServer;
import gameserver.net.metrics.ServerMetrics;
import gameserver.net.options.HostPort;
import gameserver.net.options.LogLevel;
import gameserver.net.options.ServerOptions;
import gameserver.net.server.Deadline;
import gameserver.net.server.GameServer;
import gameserver.net.server.ServerStartException;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Mixin;

/**
 * The command that a game server's jar runs. A subclass says how its server starts, and may add
 * options of its own. Everything around that is the same for all: the options of every game server,
 * the admin endpoint, and what {@link ServerCommand} does for any server.
 */
public abstract class ServerMain extends ServerCommand {
    private static final Logger log = LoggerFactory.getLogger(ServerMain.class);

    @Mixin private ServerOptions options = new ServerOptions();

    /** There is one only when an operator has asked for it. */
    private @Nullable ServerMetrics metrics;

    /**
     * Starts the server that the options describe. Called once.
     *
     * @throws ServerStartException when that is not possible here
     */
    protected abstract GameServer start(ServerOptions options);

    /**
     * Checks the options that a subclass adds, as far as their types can't.
     *
     * @param options those of every server, which have been checked
     * @throws IllegalArgumentException naming the option whose value is out of its bounds
     */
    protected void checkOptions(ServerOptions options) {}

    /** Whether everything that the server needs besides itself is there. Any thread. */
    protected boolean isReady() {
        return true;
    }

    /**
     * Called once, before the server drains: connections are still taken, and everything goes on as
     * usual. May block for {@code atMost}: half of the drain timeout, for the sessions to have the
     * other half.
     */
    protected void onDraining(Duration atMost) {}

    /** Called once, when the server has stopped or could not be started. */
    protected void onStopped() {}

    /** Starts a logic thread that shows its depth and its waiting times to the operator. */
    protected final LogicThread logicThread(String name) {
        if (metrics == null) {
            return new LogicThread(name);
        }
        LogicThread logic = new LogicThread(name, metrics.waitingTimes(name));
        metrics.showMailbox(name, logic::depth);
        return logic;
    }

    @Override
    protected final void checkAllOptions() {
        options.check();
        checkOptions(options);
    }

    @Override
    protected final LogLevel logLevel() {
        return options.logLevel();
    }

    @Override
    protected final RunningServer startServer() {
        stopSamplingLeaks();
        if (options.admin().isPresent()) {
            metrics = new ServerMetrics();
        }
        GameServer server = startOrGiveUp();
        AdminServer admin = startAdmin(server);
        return new RunningServer() {
            @Override
            public HostPort address() {
                return server.address();
            }

            @Override
            public void stop() {
                Deadline deadline = Deadline.in(options.drainTimeout());
                onDraining(options.drainTimeout().dividedBy(2));
                server.drain(deadline.left());
                onStopped();
                if (admin != null) {
                    admin.close(); // Last, so that an operator can watch the server drain.
                }
            }
        };
    }

    private GameServer startOrGiveUp() {
        try {
            return start(options);
        } catch (RuntimeException e) {
            onStopped();
            throw e;
        }
    }

    /**
     * Netty records a stack trace for every 128th buffer, to name who has leaked it. The tests look
     * at every buffer instead, and a server has better uses for a quarter of its time per packet.
     */
    private static void stopSamplingLeaks() {
        if (System.getProperty("io.netty.leakDetection.level") == null) {
            ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.DISABLED);
        }
    }

    private @Nullable AdminServer startAdmin(GameServer server) {
        HostPort address = options.admin().orElse(null);
        if (address == null || metrics == null) {
            return null;
        }
        metrics.show(server.counters(), server::openSessions);
        try {
            AdminServer admin =
                    new AdminServer(
                            address, metrics::scrape, () -> isReady() && !server.isDraining());
            log.info("admin endpoint http://{}/metrics", admin.address());
            return admin;
        } catch (IOException e) {
            server.drain(Duration.ZERO);
            onStopped();
            throw new ServerStartException(address, e);
        }
    }
}
