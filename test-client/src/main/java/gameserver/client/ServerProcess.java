package gameserver.client;

import gameserver.net.options.HostPort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs for as long as this program, with a folder of its own. Its log goes to a file
 * there, and is only shown when the server fails.
 *
 * <p><strong>Threads:</strong> one starts it, any may close it; also while it is being started.
 */
final class ServerProcess implements AutoCloseable {
    private static final String READY = "READY ";
    private static final long PATIENCE_SECONDS = 5;
    private static final int LOG_LINES_SHOWN = 10;

    private final Path folder;
    private final Path log;
    private final AtExit end = AtExit.register(this::stop);

    /** Guarded by this object, and so is {@link #stopping}. */
    private @Nullable Process process;

    private boolean stopping;

    private ServerProcess(Path folder) {
        this.folder = folder;
        this.log = folder.resolve("server.log");
    }

    /**
     * A server that is ready to run. It has to be closed, also when {@link #start} fails.
     *
     * @throws IOException when there is no place for its folder
     */
    static ServerProcess create() throws IOException {
        return new ServerProcess(Files.createTempDirectory("server"));
    }

    /** For files of the server. It goes when the server is closed. */
    Path folder() {
        return folder;
    }

    /**
     * Starts {@code java -jar jar options...} with the Java that runs this program, and waits until
     * it accepts connections.
     *
     * @return where
     * @throws IOException when it does not start, with the reason in its message
     */
    HostPort start(Path jar, String... options) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("there is no file " + jar);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dgameserver.ignoreInterrupt=true"); // Ctrl-C is for this program's commands.
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(options));
        BufferedReader output = launch(command).inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        if (line == null || !line.startsWith(READY)) {
            throw new IOException("the server did not start" + lastOfLog());
        }
        return HostPort.parse(line.substring(line.lastIndexOf(' ') + 1));
    }

    /** Holds the lock, so that nothing is started after the chance to stop it is over. */
    private synchronized Process launch(List<String> command) throws IOException {
        if (stopping) {
            throw new IOException("this program is ending");
        }
        Process launched = new ProcessBuilder(command).redirectError(log.toFile()).start();
        process = launched;
        return launched;
    }

    /** Runs {@code action}, on a thread of its own, if the server ends and nobody has closed it. */
    @SuppressWarnings("FutureReturnValueIgnored") // The action has nothing to return.
    synchronized void onUnexpectedEnd(Runnable action) {
        Objects.requireNonNull(process, "start comes first")
                .onExit()
                .thenRun(
                        () -> {
                            if (!isStopping()) {
                                action.run();
                            }
                        });
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    /**
     * Does nothing while the server runs.
     *
     * @throws IOException when it has ended, with the reason in its message
     */
    synchronized void requireAlive() throws IOException {
        if (process == null || !process.isAlive()) {
            throw new IOException("the server has ended" + lastOfLog());
        }
    }

    /** What a server that failed has said last, in lines of its own. */
    private String lastOfLog() throws IOException {
        List<String> lines = Files.readAllLines(log);
        int first = Math.max(0, lines.size() - LOG_LINES_SHOWN);
        return lines.subList(first, lines.size()).stream()
                .map(line -> "\n  " + line)
                .collect(Collectors.joining());
    }

    private synchronized void stop() {
        stopping = true;
        try {
            if (process != null) {
                stop(process);
            }
            deleteFolder();
        } catch (IOException e) {
            return; // A few files too many in the folder for temporary files.
        }
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    private void deleteFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Stops the server, and returns when it has ended. */
    @Override
    public void close() {
        end.runNow();
    }
}
