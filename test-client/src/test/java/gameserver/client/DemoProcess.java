package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A demo as a process, fed through a pipe. */
final class DemoProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Process process;
    private final BufferedReader screen;
    private final PrintWriter keyboard;

    private DemoProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        screen = process.inputReader(StandardCharsets.UTF_8);
        keyboard = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    }

    /**
     * Starts one.
     *
     * @param folder where it puts what is temporary
     */
    static DemoProcess start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Djava.io.tmpdir=" + folder, "-jar", System.getProperty("jar")));
        command.addAll(List.of(arguments));
        return new DemoProcess(
                folder, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    void types(String line) {
        keyboard.println(line);
    }

    void endsInput() {
        keyboard.close();
    }

    /** Skips lines up to one with {@code part} in it. */
    String awaitLine(String part) throws IOException {
        StringBuilder seen = new StringBuilder();
        String line = screen.readLine();
        while (line != null && !line.contains(part)) {
            seen.append(line).append('\n');
            line = screen.readLine();
        }
        assertTrue(line != null, "'" + part + "' never came, but\n" + seen);
        return String.valueOf(line);
    }

    List<ProcessHandle> servers() {
        return process.children().toList();
    }

    ProcessHandle server() {
        List<ProcessHandle> servers = servers();
        assertEquals(1, servers.size());
        return servers.get(0);
    }

    void terminate() {
        process.toHandle().destroy();
    }

    void awaitExit(int exitCode) throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(exitCode, process.exitValue());
    }

    /** It ends, and neither servers nor files of theirs stay. */
    void assertLeavesNothing(int exitCode, List<ProcessHandle> servers) throws Exception {
        awaitExit(exitCode);
        servers.forEach(server -> assertFalse(server.isAlive()));
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(f -> f.getFileName().toString().startsWith("server")).toList());
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
