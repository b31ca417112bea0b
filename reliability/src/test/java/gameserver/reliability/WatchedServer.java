package gameserver.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's jar as a process, with what its operator can see of it. */
final class WatchedServer implements AutoCloseable {
    private static final Pattern ADMIN = Pattern.compile("admin endpoint (http://\\S+)/metrics");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ServerProcess process;
    private final HostPort address;
    private final URI metrics;

    private WatchedServer(ServerProcess process) {
        this.process = process;
        address = process.awaitReady();
        Matcher admin = ADMIN.matcher(process.errors());
        assertTrue(admin.find(), process::errors);
        metrics = URI.create(admin.group(1) + "/metrics");
    }

    /** Starts {@code jar} on a free port, if {@code options} name no other, and waits for READY. */
    static WatchedServer start(ServerJar jar, String... options) {
        List<String> all = new ArrayList<>(List.of("--bind=127.0.0.1:0", "--admin=127.0.0.1:0"));
        all.addAll(List.of(options));
        return new WatchedServer(ServerProcess.start(jar.path(), all.toArray(String[]::new)));
    }

    HostPort address() {
        return address;
    }

    ServerProcess process() {
        return process;
    }

    List<String> log() {
        return process.errors().lines().toList();
    }

    /** The sum of all series that begin with {@code prefix}, which may be a name or more of one. */
    long metric(String prefix) {
        try {
            String page =
                    HTTP.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                            .body();
            return (long)
                    page.lines()
                            .filter(line -> line.startsWith(prefix))
                            .mapToDouble(line -> Double.parseDouble(afterLastBlank(line)))
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(process.errors(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String afterLastBlank(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    long openSessions() {
        return metric("net_sessions_open ");
    }

    long closed(String reason) {
        return metric("net_sessions_closed_total{reason=\"" + reason + "\"}");
    }

    /** Bytes that Netty's buffers take, all but a few of them outside the heap. */
    long directMemory() {
        return metric("netty_allocator_memory_used{");
    }

    long openFiles() {
        return metric("process_files_open_files ");
    }

    /** Bytes of the heap that are in use when what is no longer used is collected. */
    long heap() {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process collection =
                    new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.run")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertTrue(collection.waitFor() == 0, "jcmd GC.run");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return metric("jvm_memory_used_bytes{area=\"heap\"");
    }

    /** Asks until it is so, but for no longer than {@code time}. */
    void await(String what, Duration time, BooleanSupplier condition) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> what + "\n" + process.errors());
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** SIGTERM, and an end in good order. */
    void stop() throws InterruptedException {
        process.terminate();
        assertTrue(process.awaitExit(TestServer.PATIENCE) == 0, process::errors);
    }

    @Override
    public void close() {
        process.close();
    }
}
