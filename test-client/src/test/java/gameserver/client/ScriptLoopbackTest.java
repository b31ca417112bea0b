package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole command lines against a server in this process. */
@Timeout(60)
final class ScriptLoopbackTest {
    private static EchoFixture server;

    @TempDir private Path directory = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeAll
    static void startServer() {
        server = EchoFixture.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void endsWellAndSaysNothingWhenAllIsAsExpected() throws Exception {
        Outcome outcome =
                run(
                        """
                        # 인사
                        connect

                        echo 안녕 hi
                        expect ECHO payload="안녕 hi" within 10s
                        ping -7
                        expect PING_RES number=-7
                        ping
                        expect PING_RES number=none
                        raw 0700 6500 00 00ff
                        expect ECHO payload=0x00ff
                        raw 0500 0f27 00
                        expect ERROR_NTF code=UNKNOWN_PACKET_ID
                        disconnect
                        """);

        assertEquals(new Outcome(0, "", ""), outcome);
    }

    @Test
    void seesThatTheServerClosesTheConnection() throws Exception {
        assertEquals(new Outcome(0, "", ""), run("connect\nraw 0000000000\nexpect closed\n"));
    }

    /** Then it is the client that closes it. */
    @Test
    void doesNotTakeBytesThatAreNoPacketForTheEnd() throws Exception {
        try (ServerSocket babbler = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Socket> served =
                    CompletableFuture.supplyAsync(() -> babble(babbler, (byte) 3, (byte) 0));

            assertFails(
                    "connect 127.0.0.1:" + babbler.getLocalPort() + "\nexpect closed\n",
                    2,
                    "expected closed, but what the server sent is no packet: frame size 3 is not"
                            + " in 5..65535");
            served.join().close();
        }
    }

    /** Sends a client some bytes, and keeps the connection open. */
    private static Socket babble(ServerSocket server, byte... bytes) {
        try {
            Socket client = server.accept();
            client.getOutputStream().write(bytes);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void cannotSendOnceItHasSeenTheEnd() throws Exception {
        assertFails(
                "connect\nraw 0000000000\nexpect closed\nping\n",
                4,
                "not connected any more: the server closed the connection");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    echo 안녕      | expect ECHO payload=hi | expected ECHO payload="hi", but got ECHO payload="안녕"
                    ping 1         | expect ECHO            | expected ECHO, but got PING_RES number=1
                    ping 1         | expect closed          | expected closed, but got PING_RES number=1
                    raw 0500c80000 | expect PING_RES        | expected PING_RES, but got ERROR_NTF code=53 UNKNOWN_PACKET_ID
                    # nothing      | expect ECHO within 1ms | expected ECHO, but nothing came within 1ms
                    # nothing      | expect closed within 1ms | expected closed, but nothing came within 1ms
                    raw 0000000000 | expect ECHO            | expected ECHO, but the server closed the connection
                    """)
    void saysWhatWasExpectedAndWhatCame(String line, String expect, String message)
            throws Exception {
        assertFails("connect\n" + line + "\n" + expect + "\necho never\n", 3, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    ecko hi              | no command is called 'ecko'; see 'help'
                    echo hi              | not connected; say 'connect' first
                    disconnect           | not connected; say 'connect' first
                    connect nowhere      | 'nowhere' is not host:port (as 127.0.0.1:11021 or [::1]:11021)
                    connect 127.0.0.1:1  | can't connect to 127.0.0.1:1: nobody listens there
                    ping 40000           | '40000' is not a number in -32768..32767
                    raw                  | usage: raw HEX
                    raw 0g               | '0g' is not hex, two digits a byte
                    help nothing         | no command is called 'nothing'; see 'help'
                    wait long            | 'long' is not a duration (as 500ms, 5s, 2m, or 0)
                    """)
    void namesTheLineOfABadCommand(String command, String message) throws Exception {
        assertFails("# first\n\n  " + command + "\nconnect\n", 3, message);
    }

    @Test
    void namesTheLineOfAWrongSwitch() throws Exception {
        assertFails("inspector maybe\n", 1, "usage: inspector on|off");
    }

    @Test
    void refusesATextThatNoFrameCanHold() throws Exception {
        assertFails("connect\necho " + "x".repeat(65531) + "\n", 2, "ECHO(101) takes 65536 bytes");
    }

    @Test
    void showsThePacketsWhenItIsTold() throws Exception {
        Outcome outcome = run("connect\necho 안녕\nexpect ECHO\nquit\nnever read\n", "--inspector");

        assertEquals(0, outcome.exitCode);
        List<String> lines = outcome.out.lines().toList();
        assertEquals(10, lines.size(), outcome.out);
        assertTrue(lines.get(0).endsWith("--> ECHO  sent, 11 bytes: header 5 + body 6"));
        assertTrue(lines.get(5).endsWith("<-- ECHO  received, 11 bytes: header 5 + body 6"));
        assertEquals("    payload       \"안녕\"", lines.get(9));
    }

    @Test
    void explainsEveryCommand() throws Exception {
        String list = run("help\n").out;
        for (Command command : Commands.all()) {
            assertTrue(list.contains("  " + command.name() + " "), command.name());
            String about = run("help " + command.name()).out;
            assertTrue(about.startsWith(command.usage()), about);
        }
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertEquals(
                new Outcome(1, "", "client: no such file: no-such-file\n"),
                execute("--script", "no-such-file"));
    }

    /** The longest that there is: {@link gameserver.net.options.Durations} allows no more. */
    @Test
    void waitsForAsLongAsItIsTold() throws Exception {
        assertEquals(
                new Outcome(0, "", ""),
                run("connect\nping 1\nexpect PING_RES\n", "--timeout", "52560000m"));
    }

    @Test
    void saysThatNoFileCanHaveThatName() {
        assertEquals(
                new Outcome(1, "", "client: can't read a\0b: no file can have that name\n"),
                execute("--script", "a\0b"));
    }

    @Test
    void skipsAByteOrderMark() throws Exception {
        assertEquals(
                new Outcome(0, "", ""), run("\uFEFFconnect\necho 안녕\nexpect ECHO payload=안녕\n"));
    }

    /** Lines before it run, so that what was said to be wrong is the first that is. */
    @Test
    void namesTheLineThatIsNotUtf8() throws Exception {
        Charset cp949 = Charset.forName("x-windows-949");

        Outcome outcome = run("inspector on\nconnect\necho hi\nexpect ECHO\necho 안녕\n", cp949);

        assertEquals(1, outcome.exitCode);
        assertEquals(
                "client: %s:5: the line is not UTF-8\n".formatted(directory.resolve("script.txt")),
                outcome.err);
        assertTrue(outcome.out.contains("<-- ECHO  received"), outcome.out);
    }

    @Test
    void asksTheApiServerThatIsNamed() throws Exception {
        Outcome outcome =
                run("register alice password\n", "--api", "http://127.0.0.1:1/", "--game", "any");

        assertEquals(
                "client: %s:1: can't reach the API server http://127.0.0.1:1; start it with"
                                .formatted(directory.resolve("script.txt"))
                        + " './run api-server', or say --api\n",
                outcome.err);
    }

    @Test
    void refusesAnUnknownOptionInTwoLines() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client: Invalid value for option '--api': '127.0.0.1' is not http://host:port (as http://127.0.0.1:11080)
                        Try 'client --help' for the options.
                        """),
                execute("--api", "127.0.0.1"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client: Unknown option: '--frobnicate'
                        Try 'client --help' for the options.
                        """),
                execute("--frobnicate"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client load: --payload: 15 is not in 16..65530
                        Try 'client load --help' for the options.
                        """),
                execute("load", "--payload", "15"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client bots: --rate: NaN is not in 0..180, 30 for each bot
                        Try 'client bots --help' for the options.
                        """),
                execute("bots", "--rate", "NaN"));
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client: --login and --enter are for the prompt; a script says 'login' and 'enter'
                        Try 'client --help' for the options.
                        """),
                execute("--script", "any", "--login", "alice"));
    }

    private void assertFails(String script, int line, String message) throws IOException {
        Path file = directory.resolve("script.txt");

        assertEquals(
                new Outcome(1, "", "client: %s:%d: %s\n".formatted(file, line, message)),
                run(script));
    }

    private Outcome run(String script, String... options) throws IOException {
        return run(script, StandardCharsets.UTF_8, options);
    }

    private Outcome run(String script, Charset charset, String... options) throws IOException {
        Path file = directory.resolve("script.txt");
        Files.writeString(file, script, charset);
        List<String> args = new ArrayList<>(List.of(options));
        args.addAll(List.of("--script", file.toString(), "--connect", server.address().toString()));
        return execute(args.toArray(String[]::new));
    }

    private static Outcome execute(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode =
                TestClient.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                        .execute(args);
        return new Outcome(exitCode, lines(out), lines(err));
    }

    private static String lines(StringWriter text) {
        return text.toString().replace(System.lineSeparator(), "\n");
    }
}
