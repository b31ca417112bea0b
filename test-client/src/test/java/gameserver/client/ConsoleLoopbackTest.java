package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.client.Settings.Mode;
import gameserver.net.options.HostPort;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The prompt on a terminal that types by itself. */
@Timeout(60)
final class ConsoleLoopbackTest {
    @Test
    void connectsByItselfAndRunsWhatIsTyped() throws Exception {
        try (EchoFixture server = EchoFixture.start()) {
            String screen =
                    type(
                            server.address(),
                            "echo 안녕\nexpect ECHO payload=안녕\ninspector off\nquit\n");

            assertTrue(screen.contains("connected to " + server.address()), screen);
            assertTrue(screen.contains("payload       \"안녕\""), screen);
            assertTrue(screen.contains("as expected"), screen);
            assertTrue(screen.contains("the inspector is off"), screen);
        }
    }

    @Test
    void completesCommandsWithTab() throws Exception {
        try (EchoFixture server = EchoFixture.start()) {
            String screen =
                    type(server.address(), "pi\t7\nexp\tPING\t number=7\ninsp\tof\t\nquit\n");

            assertTrue(screen.contains("as expected"), screen);
            assertTrue(screen.contains("the inspector is off"), screen);
        }
    }

    @Test
    void bringsBackALineWithoutItsPassword() throws Exception {
        String previousLine = "\u0010";

        String screen =
                type(
                        HostPort.parse("127.0.0.1:1"),
                        "register a password\n" + previousLine + "\nquit\n");

        assertTrue(screen.contains("usage: register NAME PASSWORD"), screen);
    }

    @Test
    void staysAtThePromptWhenNobodyIsThere() throws Exception {
        String screen = type(HostPort.parse("127.0.0.1:1"), "echo hi\nnonsense\n");

        assertTrue(
                screen.contains(
                        "can't connect to 127.0.0.1:1: nobody listens there; start a server with"
                                + " './run chat-server', then say 'connect'"),
                screen);
        assertTrue(screen.contains("not connected; say 'connect' first"), screen);
        assertTrue(screen.contains("no command is called 'nonsense'; see 'help'"), screen);
    }

    /** Types into a console, until there is no more. */
    private static String type(HostPort address, String keys) throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Terminal terminal =
                new DumbTerminal(
                        "test",
                        "xterm",
                        new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                        screen,
                        StandardCharsets.UTF_8);
        Settings settings =
                new Settings(
                        address,
                        null,
                        Format.BINARY,
                        new ApiSettings(URI.create("http://127.0.0.1:1"), "any"),
                        Duration.ofSeconds(30),
                        Mode.INTERACTIVE,
                        Style.PLAIN,
                        true);
        try (Console console = new Console(terminal);
                Client client = new Client(settings, console::print)) {
            console.run(client, Console.HINT, List.of());
        }
        return screen.toString(StandardCharsets.UTF_8);
    }
}
