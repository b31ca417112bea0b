package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.testing.Eventually;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process, fed through a pipe; and that it leaves nothing behind. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // A read can't be interrupted.
final class DemoIT {
    private static final long PATIENCE_SECONDS = 20;

    @TempDir private Path directory = Path.of("");
    private Process demo;
    private BufferedReader screen;
    private PrintWriter keyboard;

    @BeforeEach
    void startDemo() throws IOException {
        start(ChatServerJar.PATH);
    }

    private void start(Path server) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        demo =
                new ProcessBuilder(
                                java,
                                "-Djava.io.tmpdir=" + directory,
                                "-jar",
                                System.getProperty("jar"),
                                "demo",
                                "--server",
                                server.toString())
                        .redirectErrorStream(true)
                        .start();
        screen = demo.inputReader(StandardCharsets.UTF_8);
        keyboard = new PrintWriter(demo.outputWriter(StandardCharsets.UTF_8), true);
    }

    @AfterEach
    void killDemo() {
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
    }

    private String awaitLine(String part) throws IOException {
        StringBuilder seen = new StringBuilder();
        String line = screen.readLine();
        while (line != null && !line.contains(part)) {
            seen.append(line).append('\n');
            line = screen.readLine();
        }
        assertTrue(line != null, "'" + part + "' never came, but\n" + seen);
        return String.valueOf(line);
    }

    private ProcessHandle serverOfDemo() {
        List<ProcessHandle> children = demo.children().toList();
        assertEquals(1, children.size());
        return children.get(0);
    }

    private void assertNothingIsLeft(ProcessHandle server, int exitCode) throws Exception {
        assertTrue(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(exitCode, demo.exitValue());
        assertFalse(server.isAlive());
        try (var files = Files.list(directory)) {
            assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".log")).toList());
        }
    }

    @Test
    void putsOneIntoARoomWithBots() throws Exception {
        awaitLine("* you are in room 0 with "); // Bots move, so with whom is left to chance.
        ProcessHandle server = serverOfDemo();

        keyboard.println("chat 안녕하세요");
        awaitLine("guest: 안녕하세요");
        keyboard.println("whisper mina hi");
        awaitLine("mina whispers: ");
        keyboard.println("quit");

        assertNothingIsLeft(server, 0);
    }

    @Test
    void endsWithItsInput() throws Exception {
        awaitLine("* you are in room 0");
        ProcessHandle server = serverOfDemo();

        keyboard.close();

        assertNothingIsLeft(server, 0);
    }

    @Test
    void stopsTheServerWhenItIsTerminated() throws Exception {
        awaitLine("* you are in room 0");
        ProcessHandle server = serverOfDemo();

        demo.toHandle().destroy();

        assertNothingIsLeft(server, 143);
    }

    @Test
    void stopsTheServerThatIsStillStarting() throws Exception {
        Eventually.isTrue("a server is started", () -> demo.children().count() == 1);
        ProcessHandle server = serverOfDemo();

        demo.toHandle().destroy();

        assertNothingIsLeft(server, 143);
    }

    @Test
    void endsWhenItsServerDies() throws Exception {
        awaitLine("* you are in room 0");
        ProcessHandle server = serverOfDemo();

        server.destroyForcibly();

        awaitLine("client demo: the server has ended");
        assertNothingIsLeft(server, 1);
    }

    @Test
    void showsWhyTheServerDoesNotStart() throws Exception {
        killDemo();
        start(Files.writeString(directory.resolve("no.jar"), "nonsense"));

        awaitLine("client demo: the server did not start");
        awaitLine("Invalid or corrupt jarfile");
        assertTrue(demo.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        assertEquals(1, demo.exitValue());
    }
}
