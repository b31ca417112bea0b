package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gameserver.net.client.NetClient;
import gameserver.net.options.TransportChoice;
import gameserver.net.packet.ErrorCode;
import gameserver.net.session.CloseReason;
import gameserver.net.session.RefusalReason;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.FaultProxy;
import gameserver.net.testing.Frames;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.TlsSockets;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who speaks TLS gets a session as without it. */
@ExtendWith(NoLeaks.class)
class TlsHandshakeLoopbackTest {
    private static TestServer start(String option, Object value) {
        return TestServer.with(option, value).tls().start();
    }

    private static TestServer start() {
        return start("--io-threads", 2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void worksOnEveryTransport(TransportChoice transport) throws Exception {
        String problem = Transport.valueOf(transport.name()).problem();
        Assumptions.assumeTrue(problem == null, () -> transport + ": " + problem);
        try (TestServer server = start("--transport", transport);
                NetClient client = server.connect()) {
            for (int i = 0; i < 1000; i++) {
                client.send(Talk.numberedEcho(i, 20 + i % 900));
            }
            for (int i = 0; i < 1000; i++) {
                Talk.expectEcho(client, Talk.numberedEcho(i, 20 + i % 900));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ecp256", "ecp384", "rsa2048", "ed25519"})
    void worksWithEachKindOfKey(Algorithm algorithm, @TempDir Path folder) throws Exception {
        TestCertificate certificate =
                TestCertificate.in(folder, builder -> builder.algorithm(algorithm));
        try (TestServer server = TestServer.with("--io-threads", 1).tls(certificate).start();
                NetClient client = server.connect()) {
            Talk.assertServed(client);
        }
    }

    @Test
    void speaksVersion13WithAnotherClient() throws Exception {
        try (TestServer server = start();
                SSLSocket client = TlsSockets.connect(server.address())) {
            byte[] hello = Frames.echo((byte) 1, (byte) 2);
            client.getOutputStream().write(hello);

            assertEquals("TLSv1.3", client.getSession().getProtocol());
            assertEquals(
                    Arrays.toString(hello),
                    Arrays.toString(client.getInputStream().readNBytes(hello.length)));
        }
    }

    @Test
    void worksByteByByte() throws Exception {
        try (TestServer server = start();
                FaultProxy proxy = FaultProxy.to(server.address())) {
            proxy.cutIntoPieces(1);
            try (NetClient client = server.connect(proxy.address())) {
                for (int i = 0; i < 20; i++) {
                    client.send(Talk.numberedEcho(i, 100));
                    Talk.expectEcho(client, Talk.numberedEcho(i, 100));
                }
            }
        }
    }

    @Test
    void tellsWhoIsOneTooManyAndThenMakesPlace() throws Exception {
        try (TestServer server = start("--max-sessions", 2);
                NetClient client = server.connect()) {
            Talk.assertServed(client);
            try (Socket silent = TlsSockets.connectPlain(server)) {
                silent.getOutputStream().write(TlsSockets.clientHello(), 0, 5);
                Eventually.equal(2, server.server()::openSessions);
                for (int i = 0; i < 10; i++) {
                    NetClient tooMany = server.connect();
                    Talk.expectError(tooMany, ErrorCode.SERVER_FULL);
                    Talk.expectClosed(tooMany);
                }
                assertEquals(10, server.counters().refused(RefusalReason.SERVER_FULL).sum());
            }
            Eventually.equal(1, server.server()::openSessions);
            Talk.assertServed(server.connect());
        }
    }

    @Test
    void aStopDoesNotWaitForHandshakes() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (TestServer server = start("--tls-handshake-timeout", "60s");
                NetClient client = server.connect()) {
            Talk.assertServed(client);
            for (int i = 0; i < 5; i++) {
                silent.add(TlsSockets.connectPlain(server));
            }
            Eventually.equal(6, server.server()::openSessions);

            assertTimeout(Duration.ofSeconds(5), () -> server.drain(TestServer.PATIENCE));

            Talk.expectError(client, ErrorCode.SERVER_DRAINING);
            Talk.expectClosed(client);
            assertEquals(1, server.counters().closed(CloseReason.SERVER_DRAINING).sum());
            assertEquals(0, server.server().openSessions());
        } finally {
            for (Socket each : silent) {
                each.close();
            }
        }
    }
}
