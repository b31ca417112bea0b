package gameserver.echo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.testing.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar, talked to over its socket. */
class EchoServerIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);
    private static final Duration SOON = Duration.ofSeconds(10);

    private static ClientThreads threads;
    private static ServerProcess server;
    private static HostPort address;

    @BeforeAll
    static void startServer() {
        threads = new ClientThreads(1);
        server = ServerProcess.start(JAR, "--bind", "127.0.0.1:0");
        address = server.awaitReady();
    }

    @AfterAll
    static void stopServer() {
        server.close();
        threads.close();
    }

    private static NetClient connect() throws IOException {
        return NetClient.connect(threads, address, DIALECT, SOON);
    }

    @Test
    void sendsBackTheSameBytesHeaderIncluded() throws Exception {
        byte[] hello = HexFormat.of().parseHex("0b00650000ec9588eb8595");

        try (NetClient client = connect()) {
            client.sendRaw(hello);

            Frame frame = client.poll(SOON);
            assertArrayEquals(hello, frame.bytes().toArray());
        }
    }

    @Test
    void sendsBackAnEmptyBody() throws Exception {
        try (NetClient client = connect()) {
            client.send(new Echo(Bytes.of()));

            assertEquals(0, client.expect(Echo.class, SOON).payload().size());
        }
    }

    @Test
    void sendsBackTheGreatestPacket() throws Exception {
        Bytes payload = Bytes.of("x".repeat(1024 - 5).getBytes(StandardCharsets.UTF_8));

        try (NetClient client = connect()) {
            client.send(new Echo(payload));

            assertEquals(payload, client.expect(Echo.class, SOON).payload());
        }
    }

    @Test
    void answersAPingWithItsNumber() throws Exception {
        try (NetClient client = connect()) {
            client.send(new PingRequest((short) -2));
            client.send(new PingRequest(null));

            assertEquals((short) -2, client.expect(PingResponse.class, SOON).number());
            assertEquals(null, client.expect(PingResponse.class, SOON).number());
        }
    }

    @Test
    void refusesWhatItDoesNotSpeak() throws Exception {
        try (NetClient client = connect()) {
            sendHex(client, "0500e70300"); // id 999
            sendHex(client, "2500bd0200" + "00".repeat(32)); // a login
            sendHex(client, "0700ca00000100"); // a response, which is not for a server
            sendHex(client, "0500650001"); // a compressed echo
            sendHex(client, "0600c9000001"); // a ping with half a number

            expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            expectError(client, ErrorCode.UNKNOWN_PACKET_ID);
            expectError(client, ErrorCode.UNSUPPORTED_PACKET_TYPE);
            expectError(client, ErrorCode.PACKET_DECODING_FAIL);
        }
    }

    @Test
    void closesAConnectionWhoseFramesCanNotBeFound() throws Exception {
        try (NetClient client = connect();
                NetClient neighbour = connect()) {
            sendHex(client, "0600650000aa" + "0300650000" + "0600650000bb");

            assertEquals(Bytes.of((byte) 0xaa), client.expect(Echo.class, SOON).payload());
            client.expectClosed(SOON);

            neighbour.send(new Echo(Bytes.of((byte) 1)));
            neighbour.expect(Echo.class, SOON);
        }
        assertTrue(server.errors().contains("reason=bad_frame"), server.errors());
    }

    @Test
    void hasNoLoginAndSoNoLoginTimeout() throws Exception {
        try (ServerProcess other =
                        ServerProcess.start(
                                JAR,
                                "--bind=127.0.0.1:0",
                                "--login-timeout=50ms",
                                "--heartbeat-timeout=500ms");
                NetClient client = NetClient.connect(threads, other.awaitReady(), DIALECT, SOON)) {
            // Whatever is closed here is closed by the heartbeat, ten login timeouts later.
            expectError(client, ErrorCode.HEARTBEAT_TIMEOUT);
            client.expectClosed(SOON);
        }
    }

    private static void sendHex(NetClient client, String hex) {
        client.sendRaw(HexFormat.of().parseHex(hex));
    }

    private static void expectError(NetClient client, ErrorCode expected) throws Exception {
        assertEquals(ErrorNotify.of(expected), client.expect(ErrorNotify.class, SOON));
    }
}
