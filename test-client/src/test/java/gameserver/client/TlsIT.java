package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client's command lines with real chat servers, one of which speaks TLS. */
@Timeout(60)
final class TlsIT {
    private static final TestCertificate CERTIFICATE = TestCertificate.usual();

    private static ServerProcess tls;
    private static ServerProcess plain;
    private static String tlsAddress;
    private static String plainAddress;

    @TempDir private Path folder = Path.of("");

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeAll
    static void startServers() {
        String[] options =
                Stream.of(CERTIFICATE.options(), new String[] {"--max-requests-per-second=0"})
                        .flatMap(Stream::of)
                        .toArray(String[]::new);
        tls = ChatServerJar.start(options);
        plain = ChatServerJar.start("--max-requests-per-second=0");
        tlsAddress = tls.awaitReady().toString();
        plainAddress = plain.awaitReady().toString();
    }

    @AfterAll
    static void stopServers() {
        tls.close();
        plain.close();
    }

    private static Outcome client(String... args) {
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

    private Outcome script(String server, String commands, String... options) throws Exception {
        Path file = Files.writeString(folder.resolve("script.txt"), commands);
        String[] args =
                Stream.of(options, new String[] {"--connect=" + server, "--script=" + file})
                        .flatMap(Stream::of)
                        .toArray(String[]::new);
        return client(args);
    }

    private static String trusted() {
        return "--tls-ca=" + CERTIFICATE.certificate();
    }

    private String refusal(String server, String why) {
        return "client: %s:1: can't connect to %s: %s\n"
                .formatted(folder.resolve("script.txt"), server, why);
    }

    @Test
    void aScriptChats() throws Exception {
        assertEquals(
                new Outcome(0, "", ""),
                script(
                        tlsAddress,
                        """
                        connect
                        login alice
                        expect LOGIN_RES result=SUCCESS
                        enter 3
                        expect ROOM_ENTER_RES result=1 roomNumber=3
                        chat 안녕 hi
                        expect ROOM_CHAT_NTF message="안녕 hi"
                        expect ROOM_CHAT_RES result=SUCCESS
                        raw 0000000000
                        expect closed
                        """,
                        trusted()));
    }

    @Test
    void twoPeopleTalk() throws Exception {
        HostPort server = HostPort.parse(tlsAddress);
        try (Person mina = Person.under(CERTIFICATE.clientTls(), server);
                Person leo = Person.under(CERTIFICATE.clientTls(), server)) {
            mina.saysAndReads("connect", "connected to " + server + " by TLS");
            leo.saysAndReads("connect", "connected to " + server + " by TLS");
            mina.saysAndReads("login mina", "* you are logged in as mina");
            leo.saysAndReads("login leo", "* you are logged in as leo");
            mina.saysAndReads("enter 7", "* you are alone in room 7");
            leo.saysAndReads("enter 7", "* you are in room 7 with mina");
            mina.reads("* leo has entered");
            leo.says("chat 안녕");
            mina.reads("leo: 안녕");
            mina.says("whisper leo hi");
            leo.awaits(line -> line.equals("mina whispers: hi"));
        }
    }

    @Test
    void botsTalk() {
        Outcome outcome =
                client(
                        "bots",
                        trusted(),
                        "--connect=" + tlsAddress,
                        "--count=3",
                        "--room-start=50",
                        "--rate=20",
                        "--duration=1s");

        assertEquals("", outcome.err);
        assertTrue(outcome.out.endsWith("heard, 0 bots lost\n"), outcome.out);
        assertEquals(0, outcome.exitCode);
    }

    @Test
    void loadIsComparedWithThatOfAPlainServer() {
        for (List<String> kind :
                List.of(List.of("--mode=chat", "--room-start=20"), List.of("--mode=echo"))) {
            Outcome outcome =
                    client(
                            Stream.of(
                                            List.of("load", trusted(), "--connect=" + tlsAddress),
                                            List.of("--against=" + plainAddress, "--against-plain"),
                                            List.of("--warmup=0", "--duration=500ms", "--rounds=1"),
                                            kind)
                                    .flatMap(List::stream)
                                    .toArray(String[]::new));

            assertEquals("", outcome.err);
            assertTrue(outcome.out.endsWith("errors      none\n"), outcome.out);
            assertEquals(0, outcome.exitCode);
        }
    }

    @Test
    void saysThatAServerIsNotTrusted() throws Exception {
        assertEquals(
                new Outcome(1, "", refusal(tlsAddress, "the server's certificate is not trusted")),
                script(tlsAddress, "connect\n", "--tls"));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "client load: can't connect to %s: the server's certificate is not trusted\n"
                                .formatted(tlsAddress)),
                client("load", "--tls", "--connect=" + tlsAddress));
        assertEquals(
                new Outcome(
                        1,
                        "",
                        "client bots: can't connect to %s: the server's certificate is not trusted\n"
                                .formatted(tlsAddress)),
                client("bots", "--tls", "--connect=" + tlsAddress));
    }

    @Test
    void saysThatAServerDoesNotSpeakTls() throws Exception {
        assertEquals(
                new Outcome(1, "", refusal(plainAddress, "the server does not answer to TLS")),
                script(plainAddress, "connect\n", trusted(), "--timeout=500ms"));
    }

    @Test
    void saysThatAFileHasNoCertificate() {
        assertEquals(
                new Outcome(
                        2,
                        "",
                        """
                        client bots: --tls-ca: %s has no certificate (-----BEGIN CERTIFICATE-----)
                        Try 'client bots --help' for the options.
                        """
                                .formatted(CERTIFICATE.key())),
                client("bots", "--tls-ca=" + CERTIFICATE.key()));
    }
}
