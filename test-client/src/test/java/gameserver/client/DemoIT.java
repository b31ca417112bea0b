package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.testing.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process, fed through a pipe; and that it leaves nothing behind. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // A read can't be interrupted.
final class DemoIT {
    @TempDir private Path directory = Path.of("");
    private DemoProcess demo;

    @BeforeEach
    void startDemo() throws IOException {
        start(ChatServerJar.PATH);
    }

    private void start(Path server) throws IOException {
        demo = DemoProcess.start(directory, "demo", "--server", server.toString());
    }

    @AfterEach
    void killDemo() {
        demo.close();
    }

    @Test
    void putsOneIntoARoomWithBots() throws Exception {
        demo.awaitLine("* you are in room 0 with "); // Bots move, so with whom is left to chance.
        ProcessHandle server = demo.server();

        demo.types("chat 안녕하세요");
        demo.awaitLine("guest: 안녕하세요");
        interrupt(server); // As a terminal does when somebody ends a command with Ctrl-C.
        demo.types("whisper mina hi");
        demo.awaitLine("mina whispers: ");
        demo.types("quit");

        demo.assertLeavesNothing(0, List.of(server));
    }

    private static void interrupt(ProcessHandle server) throws Exception {
        Process kill = new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    @Test
    void endsWithItsInput() throws Exception {
        demo.awaitLine("* you are in room 0");
        ProcessHandle server = demo.server();

        demo.endsInput();

        demo.assertLeavesNothing(0, List.of(server));
    }

    @Test
    void stopsTheServerWhenItIsTerminated() throws Exception {
        demo.awaitLine("* you are in room 0");
        ProcessHandle server = demo.server();

        demo.terminate();

        demo.assertLeavesNothing(143, List.of(server));
    }

    @Test
    void stopsTheServerThatIsStillStarting() throws Exception {
        Eventually.isTrue("a server is started", () -> demo.servers().size() == 1);
        ProcessHandle server = demo.server();

        demo.terminate();

        demo.assertLeavesNothing(143, List.of(server));
    }

    @Test
    void endsWhenItsServerDies() throws Exception {
        demo.awaitLine("* you are in room 0");
        ProcessHandle server = demo.server();

        server.destroyForcibly();

        demo.awaitLine("client demo: the server has ended");
        demo.assertLeavesNothing(1, List.of(server));
    }

    @Test
    void showsWhyTheServerDoesNotStart() throws Exception {
        killDemo();
        start(Files.writeString(directory.resolve("no.jar"), "nonsense"));

        demo.awaitLine("client demo: the server did not start");
        demo.awaitLine("Invalid or corrupt jarfile");
        demo.awaitExit(1);
    }
}
