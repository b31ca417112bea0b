package gameserver.net.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import gameserver.net.testing.TestServer;
import gameserver.net.tls.ClientTls;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whom a client under TLS does not talk to, and what it says about it. */
@ExtendWith(NoLeaks.class)
class ClientTlsLoopbackTest {
    private static final Dialect DIALECT = new Dialect(CommonPackets.CATALOG, BodyFormat.BINARY);

    @TempDir private Path folder = Path.of("");

    private static void assertRefuses(ClientTls tls, HostPort server, String why) {
        try (ClientThreads threads = new ClientThreads(1, tls)) {
            CannotConnectException refusal =
                    assertThrows(
                            CannotConnectException.class,
                            () ->
                                    NetClient.connect(
                                            threads, server, DIALECT, Duration.ofSeconds(2)));
            assertEquals("can't connect to " + server + ": " + why, refusal.getMessage());
        }
    }

    /** A server with such a certificate, to a client that would trust it. */
    private void assertRefuses(UnaryOperator<CertificateBuilder> change, String why) {
        TestCertificate certificate = TestCertificate.in(folder, change);
        try (TestServer server = TestServer.with("--io-threads", 1).tls(certificate).start()) {
            assertRefuses(certificate.clientTls(), server.address(), why);
        }
    }

    @Test
    void oneWithACertificateForAnotherName() {
        assertRefuses(
                usual ->
                        new CertificateBuilder()
                                .subject("CN=elsewhere")
                                .addSanDnsName("elsewhere.example")
                                .setIsCertificateAuthority(true),
                "the server's certificate is for another server:"
                        + " No subject alternative names matching IP address 127.0.0.1 found");
    }

    @Test
    void oneWhoseCertificateNobodyHasSigned() {
        TestCertificate certificate = TestCertificate.in(folder);
        try (TestServer server = TestServer.with("--io-threads", 1).tls(certificate).start()) {
            assertRefuses(
                    ClientTls.trustingAuthorities(),
                    server.address(),
                    "the server's certificate is not trusted");
            assertRefuses(
                    TestCertificate.usual().clientTls(),
                    server.address(),
                    "the server's certificate is not trusted");
        }
    }

    @Test
    void oneWithoutTls() {
        try (TestServer server = TestServer.start()) {
            assertRefuses(
                    TestCertificate.usual().clientTls(),
                    server.address(),
                    "the server does not answer to TLS");
        }
    }

    @Test
    void oneThatAnswersSomethingElse() throws Exception {
        assertRefusesOneThatAnswers("HTTP/1.1 400 Bad Request", "the server does not speak TLS");
    }

    @Test
    void oneThatClosesInTheHandshake() throws Exception {
        assertRefusesOneThatAnswers(
                "", "the server closed the connection during the TLS handshake");
    }

    private static void assertRefusesOneThatAnswers(String answer, String why) throws Exception {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering =
                    CompletableFuture.runAsync(
                            () -> {
                                try (Socket client = listener.accept()) {
                                    client.getInputStream().readNBytes(100);
                                    client.getOutputStream()
                                            .write(answer.getBytes(StandardCharsets.US_ASCII));
                                    client.shutdownOutput();
                                    client.getInputStream().readAllBytes();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
            assertRefuses(
                    TestCertificate.usual().clientTls(),
                    new HostPort("127.0.0.1", listener.getLocalPort()),
                    why);
            answering.join();
        }
    }

    @Test
    void oneByAnotherNameIsTalkedToIfTheCertificateHasIt() throws Exception {
        try (TestServer server = TestServer.with("--io-threads", 1).tls().start();
                NetClient client =
                        server.connect(new HostPort("localhost", server.address().port()))) {
            Talk.assertServed(client);
        }
    }

    @Test
    void oneWhoseCertificateHasExpired() throws Exception {
        X509Bundle authority = TestCertificate.builder().subject("CN=authority").buildSelfSigned();
        TestCertificate trusted = TestCertificate.write(authority, folder);
        ClientTls tls = trusted.clientTls();
        X509Bundle expired =
                TestCertificate.builder()
                        .setIsCertificateAuthority(false)
                        .notAfter(Instant.now().minusSeconds(60))
                        .buildIssuedBy(authority);
        TestCertificate shown = TestCertificate.write(expired, folder);

        try (TestServer server = TestServer.with("--io-threads", 1).tls(shown).start()) {
            assertRefuses(tls, server.address(), "the server's certificate has expired");
        }
    }
}
