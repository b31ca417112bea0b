package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.logic.NotOwnerThreadException;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import gameserver.net.testing.NoLeaks;
import gameserver.net.testing.Talk;
import gameserver.net.testing.TestServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a timer of an event loop says reaches the client. No server hands its event loops' logic to
 * handlers yet, so this one is put together here, of the same parts.
 */
@ExtendWith(NoLeaks.class)
class EventLoopTimerLoopbackTest {
    private static final PacketCatalog CATALOG = PacketCatalog.of(Echo.TYPE);
    private static final Duration SOON = Duration.ofMillis(5);

    private final Threads threads;
    private final Channel listener;
    private final ClientThreads clientThreads = new ClientThreads(1);
    private final LogicExecutor logic;

    EventLoopTimerLoopbackTest() {
        ServerOptions options =
                ServerOptions.of("--bind=127.0.0.1:0", "--io-threads=1", "--transport=nio");
        ServerContext<Session> context =
                new ServerContext<>(
                        new Application<>(
                                PacketHandlers.<Session>of(CATALOG)
                                        .on(Echo.TYPE, SessionState.CONNECTED, this::echoLater)
                                        .build(),
                                SessionListener.of(Function.identity()),
                                SessionState.LOGGED_IN,
                                BodyFormat.BINARY),
                        Limits.of(options),
                        new ServerCounters(),
                        new SessionSlots(
                                10, new AddressTable(AddressLimits.NONE, System::nanoTime)),
                        new SessionLog(System::nanoTime));
        threads = Threads.start(options, Transport.NIO, context);
        logic = threads.firstOutbox(threads.loops().iterator().next(), 1).logic();
        listener =
                new ServerBootstrap()
                        .group(threads.group())
                        .channel(Transport.NIO.serverChannel())
                        .handler(new Admission(context))
                        .childHandler(new SessionInitializer<>(context, threads, null))
                        .bind("127.0.0.1", 0)
                        .syncUninterruptibly()
                        .channel();
    }

    @AfterEach
    void stop() {
        clientThreads.close();
        listener.close().syncUninterruptibly();
        threads.stop(Deadline.in(TestServer.PATIENCE));
    }

    private void echoLater(Session session, Echo echo) {
        logic.schedule(SOON, () -> session.send(echo));
    }

    @Test
    void whatATimerSendsLeavesAtTheEndOfItsRound() throws Exception {
        HostPort address = HostPort.of((InetSocketAddress) listener.localAddress());
        Dialect dialect = new Dialect(CATALOG, BodyFormat.BINARY);
        try (NetClient client =
                NetClient.connect(clientThreads, address, dialect, TestServer.PATIENCE)) {
            client.send(Talk.echo("later"));

            Talk.expectEcho(client, Talk.echo("later"));
        }
    }

    @Test
    void aForeignThreadSchedulesNothing() {
        assertThrows(NotOwnerThreadException.class, () -> logic.schedule(SOON, () -> {}));
    }
}
