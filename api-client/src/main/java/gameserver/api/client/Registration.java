package gameserver.api.client;

import gameserver.net.options.HostPort;
import gameserver.net.server.ServerStartException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a game server in the registry of the API server: a heartbeat every two seconds, from the
 * start to the end of the server, whether they arrive or not.
 *
 * <p><strong>Threads:</strong> its own, {@code registration}, sends the heartbeats and waits for
 * their answers. {@link #isRegistered} may be called by any thread, the other methods by the one
 * that starts and stops the server.
 */
public final class Registration implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);

    /** For a heartbeat, which has a time-out of its own, and the one before. */
    private static final Duration ALWAYS_ENOUGH = Duration.ofSeconds(10);

    private static final int UNAUTHORIZED = 401;
    private static final String REGISTERED = "registered";

    private final GameServerApi api;
    private final HostPort address;
    private final Supplier<ServerStatus> status;
    private final ScheduledExecutorService heart =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "registration");
                        thread.setDaemon(true);
                        return thread;
                    });

    /** Written by the heart's thread: how the last heartbeat has ended. */
    private volatile String outcome = "";

    private volatile boolean draining;

    private Registration(GameServerApi api, HostPort address, Supplier<ServerStatus> status) {
        this.api = api;
        this.address = address;
        this.status = status;
    }

    /**
     * Registers, and keeps trying where that is not possible now.
     *
     * @param address where clients reach the server
     * @param status is asked before each heartbeat, on the registration's thread
     * @throws ServerStartException when the API server does not take the secret
     */
    public static Registration start(
            GameServerApi api, HostPort address, Supplier<ServerStatus> status) {
        Registration registration = new Registration(api, address, status);
        @Nullable ApiResponse first = registration.beatNow(ALWAYS_ENOUGH);
        if (first != null && first.status() == UNAUTHORIZED) {
            registration.close();
            throw new ServerStartException(
                    "the API server %s does not take this --secret".formatted(api.http().server()));
        }
        Future<?> unused =
                registration.heart.scheduleAtFixedRate(
                        registration::beat,
                        HEARTBEAT.toMillis(),
                        HEARTBEAT.toMillis(),
                        TimeUnit.MILLISECONDS);
        return registration;
    }

    /** Whether the last heartbeat was accepted. */
    public boolean isRegistered() {
        return outcome.equals(REGISTERED);
    }

    /** Tells the API server to send nobody any more. Returns when it knows, or the time is over. */
    public void drain(Duration atMost) {
        draining = true;
        beatNow(atMost);
    }

    /** Ends the heartbeats, and the lease soon after that. */
    @Override
    public void close() {
        heart.shutdownNow();
    }

    /** A heartbeat out of turn, waited for. */
    private @Nullable ApiResponse beatNow(Duration atMost) {
        try {
            return heart.submit(this::beat).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable ApiResponse beat() {
        try {
            ApiResponse response = api.renew(address, status.get(), draining).join();
            tell(response.isSuccess() ? REGISTERED : "refused: " + response.detail());
            return response;
        } catch (RuntimeException e) { // The heart has to go on, whatever it was.
            tell("no answer");
            log.debug("no answer to a heartbeat", e);
            return null;
        }
    }

    /** Once each time that it changes. */
    private void tell(String newOutcome) {
        if (!newOutcome.equals(outcome)) {
            outcome = newOutcome;
            log.info("api server={} id={} {}", api.http().server(), api.serverId(), newOutcome);
        }
    }
}
