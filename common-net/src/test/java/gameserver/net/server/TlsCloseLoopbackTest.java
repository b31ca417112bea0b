package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.NetClient;
import gameserver.net.logic.LogicThread;
import gameserver.net.packet.Echo;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.FaultProxy;
import gameserver.net.testing.Frames;
import gameserver.net.testing.Gate;
import gameserver.net.testing.LogCapture;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.SessionRecorder;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestCertificate;
import gameserver.net.testing.TestServer;
import gameserver.net.testing.TlsSockets;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of a connection under TLS: said by both sides, or not. */
@ExtendWith(NoLeaks.class)
class TlsCloseLoopbackTest {
    private static final int REQUESTS = 100;
    private static final Echo PACKET = Talk.numberedEcho(1, 1000);

    private final SessionRecorder recorder = new SessionRecorder();

    @Test
    void whoSaysThatItHasNoMoreToSayGetsItsAnswersAndTheEnd() throws Exception {
        LogicThread logic = new LogicThread("logic");
        try (TestServer server = TestServer.logic(logic).tls().listener(recorder).start();
                Gate gate = new Gate();
                SSLSocket client = TlsSockets.connect(server.address())) {
            client.startHandshake();
            recorder.awaitOpened();
            logic.execute(gate::pass);
            gate.awaitReached();
            byte[] requests =
                    Frames.join(Collections.nCopies(REQUESTS, Frames.echo((byte) 1, (byte) 2)));
            client.getOutputStream().write(requests);
            client.shutdownOutput();
            Eventually.equal(REQUESTS, server.counters().packetsReceived::sum);

            gate.open();

            assertEquals(requests.length, client.getInputStream().readAllBytes().length);
            recorder.awaitEvents("opened", "closed PEER_CLOSED");
        }
    }

    @Test
    void whoIsCutOffIsGone() throws Exception {
        try (TestServer server =
                        TestServer.with("--io-threads", 1).tls().listener(recorder).start();
                FaultProxy proxy = FaultProxy.to(server.address());
                NetClient client = server.connect(proxy.address())) {
            Talk.assertServed(client);

            proxy.reset();

            recorder.awaitEvents("opened", "closed PEER_CLOSED");
            Eventually.equal(0, server.server()::openSessions);
        }
    }

    @Test
    void theServerSaysWhenItHasNoMoreToSay() throws Exception {
        MultiThreadIoEventLoopGroup loop =
                new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (TestServer server =
                TestServer.logic(new LogicThread("logic")).tls().listener(recorder).start()) {
            SslHandler tls =
                    TestCertificate.usual()
                            .clientTls()
                            .newHandler("127.0.0.1", server.address().port(), TestServer.PATIENCE);
            Channel client =
                    new Bootstrap()
                            .group(loop)
                            .channel(NioSocketChannel.class)
                            .handler(tls)
                            .connect(server.address().toSocketAddress())
                            .sync()
                            .channel();

            recorder.awaitOpened().close(CloseReason.LOGGED_IN_ELSEWHERE);

            assertTrue(tls.sslCloseFuture().await(10, TimeUnit.SECONDS), "no end");
            assertTrue(tls.sslCloseFuture().isSuccess(), () -> "cut: " + tls.sslCloseFuture());
            assertTrue(client.closeFuture().await(10, TimeUnit.SECONDS), "not closed");
        } finally {
            loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
        }
    }

    /** To say goodbye to somebody who does not read would take seconds. */
    @Test
    void whoDoesNotReadIsCutWithoutGoodbye() throws Exception {
        try (TestServer server =
                        TestServer.logic(new LogicThread("logic"))
                                .tls()
                                .listener(recorder)
                                .with("--max-pending-output", 200_000)
                                .start();
                LogCapture log = new LogCapture();
                NetClient deaf = server.connect()) {
            deaf.reading(false);
            Session session = recorder.awaitOpened();
            for (int i = 0; i < 20_000; i++) {
                session.send(PACKET);
            }

            Eventually.equal(1, server.counters().closed(CloseReason.SLOW_CONSUMER)::sum);
            Eventually.equal(0, server.server()::openSessions);
            assertEquals(1, log.lines("WARN").size(), () -> log.lines().toString());
        }
    }

    @Test
    void whatCannotBeDecryptedEndsOneSessionInOneLine() throws Exception {
        try (TestServer server =
                        TestServer.with("--io-threads", 1).tls().listener(recorder).start();
                LogCapture log = new LogCapture();
                Socket socket = new Socket(server.address().host(), server.address().port());
                SSLSocket client = TlsSockets.over(socket, TestCertificate.usual());
                NetClient neighbour = server.connect()) {
            client.startHandshake();
            Talk.assertServed(neighbour);

            // A record of 20 bytes of ciphertext, of which no key has made any.
            socket.getOutputStream().write(Frames.join(new byte[] {23, 3, 3, 0, 20}, new byte[20]));

            Eventually.equal(1, server.counters().closed(CloseReason.BAD_TLS)::sum);
            Eventually.equal(1, server.server()::openSessions);
            Talk.assertServed(neighbour);
            List<String> lines = log.lines("WARN");
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.get(0).contains("reason=bad_tls"), lines::toString);
            assertEquals(List.of(), log.traces());
        }
    }
}
