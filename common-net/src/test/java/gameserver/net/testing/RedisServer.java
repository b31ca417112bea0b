package gameserver.net.testing;

import gameserver.net.options.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Redis for tests. One that only needs a Redis shares what {@link #sharedUrl} finds, under
 * keys of its own; one that stops or freezes it starts its own with {@link #start}. Where there is
 * none to be had the test is skipped.
 */
public final class RedisServer implements AutoCloseable {
    private static final String VARIABLE = "GAME_TEST_REDIS";
    private static final HostPort USUAL = new HostPort("127.0.0.1", 6379);
    private static final Duration LONGEST_ANSWER = Duration.ofMillis(500);
    private static final long POLL_NANOS = 5_000_000;

    /** Another process may take a port between its choice and its use. */
    private static final int MOST_PORTS = 5;

    private final HostPort address;
    private @Nullable Process process;

    private RedisServer(HostPort address) {
        this.address = address;
    }

    /** What there is on this machine, looked for once. */
    private static final class Shared {
        static final @Nullable String URL = find();

        private static @Nullable String find() {
            String given = System.getenv(VARIABLE);
            if (given != null && !given.isEmpty()) {
                return given; // Not asked whether it answers: who names one wants to see it fail.
            }
            if (answers(USUAL)) {
                return url(USUAL);
            }
            RedisServer own = tryStart();
            if (own == null) {
                return null;
            }
            Runtime.getRuntime().addShutdownHook(new Thread(own::stop, "redis-stop"));
            return own.url();
        }
    }

    /**
     * The Redis that the environment variable GAME_TEST_REDIS names, or that answers on its usual
     * port, or one that is started and ends with the tests. Skips the test when there is none.
     */
    public static String sharedUrl() {
        return Shared.URL != null
                ? Shared.URL
                : Assumptions.abort(
                        "no Redis: set GAME_TEST_REDIS=redis://host:port, or put redis-server on"
                                + " the PATH");
    }

    /** Starts one on a free port. Skips the test when there is no {@code redis-server} to start. */
    public static RedisServer start() {
        RedisServer server = tryStart();
        return server != null ? server : Assumptions.abort("no redis-server on the PATH");
    }

    private static @Nullable RedisServer tryStart() {
        for (int i = 0; i < MOST_PORTS; i++) {
            RedisServer server = new RedisServer(new HostPort("127.0.0.1", freePort()));
            try {
                if (server.launch()) {
                    return server;
                }
            } catch (IOException e) {
                return null; // There is no such program.
            }
        }
        throw new IllegalStateException("redis-server ends as soon as it is started");
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it answers. Returns false when it ends instead. */
    private boolean launch() throws IOException {
        Process started =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        process = started;
        long deadline = System.nanoTime() + TestServer.PATIENCE.toNanos();
        while (started.isAlive() && !answers(address)) {
            if (System.nanoTime() - deadline > 0) {
                stop();
                throw new IllegalStateException("redis-server does not answer on " + address);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return started.isAlive();
    }

    /** In memory only: what it knows is gone with the process. */
    private List<String> command() {
        return List.of(
                "redis-server",
                "--bind",
                address.host(),
                "--port",
                Integer.toString(address.port()),
                "--save",
                "",
                "--appendonly",
                "no");
    }

    /** Whether there is a Redis that takes commands. */
    private static boolean answers(HostPort address) {
        try {
            return ask(address, "PING").equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    /** The first line of what it says to a command. */
    private static String ask(HostPort address, String command) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = (int) LONGEST_ANSWER.toMillis();
            socket.connect(address.toSocketAddress(), millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStreamReader answer =
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII);
            return String.valueOf(new BufferedReader(answer).readLine());
        }
    }

    private static String url(HostPort address) {
        return "redis://" + address;
    }

    /** As {@code --redis} takes it. The same after each restart. */
    public String url() {
        return url(address);
    }

    public HostPort address() {
        return address;
    }

    /** Ends it at once, as a power failure does, also when it is frozen. Its connections break. */
    public void stop() {
        Process running = process;
        process = null;
        if (running != null) {
            running.destroyForcibly().onExit().join();
        }
    }

    /** Starts it again after {@link #stop}, empty, on the same port. */
    public void restart() {
        stop();
        try {
            if (!launch()) {
                throw new IllegalStateException("redis-server can't be started on " + address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGSTOP: connections stay open, and nothing answers any more. */
    public void freeze() {
        signal("STOP");
    }

    /** SIGCONT: goes on where it was frozen. */
    public void thaw() {
        signal("CONT");
    }

    /** CONFIG SET: only for one that is the test's own. */
    public void configure(String parameter, String value) {
        try {
            String answer = ask(address, "CONFIG SET " + parameter + " " + value);
            if (!answer.equals("+OK")) {
                throw new IllegalStateException(answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void signal(String name) {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not running");
        }
        try {
            String pid = Long.toString(running.pid());
            Process kill = new ProcessBuilder("kill", "-" + name, pid).inheritIO().start();
            if (!kill.waitFor(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + name + " has failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
