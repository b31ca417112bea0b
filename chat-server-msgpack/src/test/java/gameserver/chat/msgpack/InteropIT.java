package gameserver.chat.msgpack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The jar as a process, talked to by programs whose MessagePack is not ours. */
@Timeout(60)
final class InteropIT {
    private static final Path FOLDER = Path.of("src/test/interop").toAbsolutePath();

    @Test
    void pythonTalks() throws Exception {
        Optional<String> python = commands("python3").filter(InteropIT::hasMsgpack).findFirst();
        assumeTrue(python.isPresent(), "no python3-msgpack on this machine");

        talk(python.get(), "chat.py", "python3-msgpack");
    }

    private static boolean hasMsgpack(String python) {
        try {
            return run(python, "-c", "import msgpack").waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void nodeTalks() throws Exception {
        Optional<String> node = commands("node").findFirst();
        boolean isInstalled = Files.isDirectory(FOLDER.resolve("node_modules/@msgpack/msgpack"));
        assumeTrue(
                node.isPresent() && isInstalled,
                "no node, or no 'npm ci' in chat-server-msgpack/src/test/interop");

        talk(node.get(), "chat.mjs", "@msgpack/msgpack");
    }

    /** All programs of that name on the PATH. */
    private static Stream<String> commands(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString);
    }

    private static Process run(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
    }

    private static void talk(String program, String script, String library) throws Exception {
        try (ServerProcess server =
                ServerProcess.start(Path.of(System.getProperty("jar")), "--bind=127.0.0.1:0")) {
            HostPort address = server.awaitReady();
            Process client = run(program, script, address.host(), "" + address.port());
            String said =
                    new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(client.waitFor(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS));
            assertEquals(0, client.exitValue(), said);
            assertTrue(said.contains(library), said);
        }
    }
}
