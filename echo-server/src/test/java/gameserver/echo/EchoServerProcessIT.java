package gameserver.echo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.testing.ServerProcess;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a process: its command line, what it prints, its signals, its end. */
class EchoServerProcessIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static ClientThreads threads;

    @BeforeAll
    static void startThreads() {
        threads = new ClientThreads(1);
    }

    @AfterAll
    static void stopThreads() {
        threads.close();
    }

    private static NetClient connect(HostPort address) throws Exception {
        return NetClient.connect(threads, address, DIALECT, SOON);
    }

    @Test
    void aWrongOptionIsOneLineAndAHint() throws Exception {
        assertFailsWith("--nope", 2, "echo-server: Unknown option: '--nope'");
        assertFailsWith("--bind=nonsense", 2, "'nonsense' is not host:port");
        assertFailsWith("--max-packet-size=4", 2, "4 is not in 5..65535");
    }

    private static void assertFailsWith(String option, int exitCode, String message)
            throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, option)) {
            assertEquals(exitCode, server.awaitExit(SOON));

            List<String> lines = server.errors().lines().toList();
            assertEquals(2, lines.size(), server.errors());
            assertTrue(lines.get(0).contains(message), server.errors());
            assertEquals("Try 'echo-server --help' for the options.", lines.get(1));
            assertEquals("", server.readAll());
        }
    }

    @Test
    void aPortInUseIsOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String bind = "127.0.0.1:" + taken.getLocalPort();
            try (ServerProcess server =
                    ServerProcess.start(JAR, "--bind", bind, "--log-level=warn")) {
                assertEquals(1, server.awaitExit(SOON));
                assertEquals(
                        "echo-server: can't listen on " + bind + ": the port is in use",
                        server.errors().strip());
            }
        }
    }

    @Test
    void theReadyLineIsAllThatStandardOutputGets() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--bind", "127.0.0.1:0")) {
            HostPort address = server.awaitReady();
            try (NetClient client = connect(address)) {
                client.send(new Echo(Bytes.of((byte) 1)));
                client.expect(Echo.class, SOON);
            }
            server.terminate();

            assertEquals("", server.readAll());
            assertEquals(0, server.awaitExit(SOON));
        }
    }

    @Test
    void optionsComeFromTheCommandLineAFileAndTheEnvironment(@TempDir Path folder)
            throws Exception {
        Path file = Files.writeString(folder.resolve("options"), "--max-sessions\n7\n");
        Map<String, String> environment =
                Map.of("GAME_MAX_SESSIONS", "8", "GAME_DRAIN_TIMEOUT", "3s");

        try (ServerProcess server =
                ServerProcess.start(
                        JAR, environment, "--bind=127.0.0.1:0", "@" + file, "--print-config")) {
            String printed = server.readAll();

            assertEquals(0, server.awaitExit(SOON));
            assertPrinted(printed, "--bind", "127.0.0.1:0", "command line");
            assertPrinted(printed, "--max-sessions", "7", "file");
            assertPrinted(printed, "--drain-timeout", "3s", "GAME_DRAIN_TIMEOUT");
            assertPrinted(printed, "--max-packet-size", "1024", "default");
        }
    }

    @Test
    void whatIsTypedOverridesAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("options"), "--max-sessions=7\n");

        for (String[] options :
                new String[][] {
                    {"--max-sessions=5", "@" + file}, {"@" + file, "--max-sessions=5"}
                }) {
            try (ServerProcess server =
                    ServerProcess.start(JAR, options[0], options[1], "--print-config")) {
                String printed = server.readAll();

                assertEquals(0, server.awaitExit(SOON));
                assertPrinted(printed, "--max-sessions", "5", "command line");
                assertEquals("", server.errors());
            }
        }
    }

    private static void assertPrinted(String printed, String option, String value, String origin) {
        String pattern = option + " +" + value + " +" + origin + " *";
        assertTrue(printed.lines().anyMatch(line -> line.matches(pattern)), printed);
    }

    @Test
    void aWrongVariableOfTheEnvironmentIsNamed() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(JAR, Map.of("GAME_IO_THREADS", "many"), "--help")) {
            assertEquals(0, server.awaitExit(SOON), "help needs no valid environment");
        }
        try (ServerProcess server = ServerProcess.start(JAR, Map.of("GAME_IO_THREADS", "many"))) {
            assertEquals(2, server.awaitExit(SOON));
            assertTrue(server.errors().contains("(from GAME_IO_THREADS)"), server.errors());
        }
    }

    @Test
    void aSignalDrains() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--bind", "127.0.0.1:0");
                NetClient client = connect(server.awaitReady())) {
            client.send(new Echo(Bytes.of((byte) 1)));
            client.expect(Echo.class, SOON);

            server.terminate();

            assertEquals(
                    ErrorNotify.of(ErrorCode.SERVER_DRAINING),
                    client.expect(ErrorNotify.class, SOON));
            client.expectClosed(SOON);
            assertEquals(0, server.awaitExit(SOON));
        }
    }

    @Test
    void aSecondSignalEndsTheProcessAtOnce() throws Exception {
        // A client that does not close its end keeps the drain busy for a second.
        try (ServerProcess server = ServerProcess.start(JAR, "--bind", "127.0.0.1:0");
                java.net.Socket client = new java.net.Socket()) {
            client.connect(server.awaitReady().toSocketAddress());
            server.terminate();
            assertEquals(7, client.getInputStream().readNBytes(7).length, "the notice");

            server.terminate();

            assertEquals(143, server.awaitExit(SOON));
        }
    }

    @Test
    void aKilledServerStartsAgainOnItsPortAtOnce() throws Exception {
        HostPort address;
        try (ServerProcess server = ServerProcess.start(JAR, "--bind", "127.0.0.1:0")) {
            address = server.awaitReady();
            try (NetClient client = connect(address)) {
                client.send(new Echo(Bytes.of((byte) 1)));
                client.expect(Echo.class, SOON);
                server.kill();
                client.expectClosed(SOON);
            }
        }
        try (ServerProcess server = ServerProcess.start(JAR, "--bind", address.toString())) {
            assertEquals(address, server.awaitReady());
        }
    }

    @Test
    void theAdminEndpointTellsWhatWentOn() throws Exception {
        int adminPort;
        try (ServerSocket free = new ServerSocket(0)) {
            adminPort = free.getLocalPort();
        }
        try (ServerProcess server =
                        ServerProcess.start(
                                JAR, "--bind=127.0.0.1:0", "--admin=127.0.0.1:" + adminPort);
                NetClient client = connect(server.awaitReady())) {
            client.send(new Echo(Bytes.of((byte) 1)));
            client.expect(Echo.class, SOON);

            assertEquals("ready\n", get(adminPort, "/readyz"));
            assertEquals("alive\n", get(adminPort, "/livez"));
            String metrics = get(adminPort, "/metrics");
            assertTrue(metrics.contains("net_packets_received_total 1.0\n"), metrics);
            assertTrue(metrics.contains("net_sessions_open 1.0\n"), metrics);
        }
    }

    private static String get(int port, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
