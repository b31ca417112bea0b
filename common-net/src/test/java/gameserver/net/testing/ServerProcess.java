package gameserver.net.testing;

import gameserver.net.options.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's jar, run as a user runs it, by the Java that runs the test. Ended when it is closed,
 * whatever the test did.
 */
public final class ServerProcess implements AutoCloseable {
    private static final List<String> JVM_OPTIONS =
            Stream.of(System.getProperty("server.jvm.options", "").split(" ", -1))
                    .filter(option -> !option.isEmpty())
                    .toList();

    private final Process process;
    private final BufferedReader output;
    private final Path errors;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.errors = errors;
    }

    /** Starts {@code java -jar jar options...} with some variables added to its environment. */
    public static ServerProcess start(
            Path jar, Map<String, String> environment, String... options) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(JVM_OPTIONS);
            command.addAll(List.of("-jar", jar.toString()));
            command.addAll(List.of(options));
            Path errors = Files.createTempFile("server", ".log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
            builder.environment().putAll(environment);
            return new ServerProcess(builder.start(), errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts {@code java -jar jar options...}. */
    public static ServerProcess start(Path jar, String... options) {
        return start(jar, Map.of(), options);
    }

    /** Waits for the READY line and returns the address in it. */
    public HostPort awaitReady() {
        String line = readLine();
        if (!line.startsWith("READY ")) {
            throw new IllegalStateException("not a READY line: '" + line + "'\n" + errors());
        }
        return HostPort.parse(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** The next line of standard output; empty at its end. */
    public String readLine() {
        try {
            String line = output.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left of standard output. */
    public String readAll() {
        return String.join("\n", output.lines().toList());
    }

    /** Everything that has come on standard error so far. */
    public String errors() {
        try {
            return Files.readString(errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM. Its output can still be read, which {@link Process#destroy} would prevent. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** SIGKILL. */
    public void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits for the end and returns the exit code; a process that goes on is an error. */
    public int awaitExit(Duration timeout) throws InterruptedException {
        if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("still running after " + timeout + "\n" + errors());
        }
        return process.exitValue();
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Files.deleteIfExists(errors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
