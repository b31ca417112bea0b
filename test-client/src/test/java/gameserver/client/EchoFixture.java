package gameserver.client;

import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.server.Application;
import gameserver.net.server.GameServer;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An echo server in the test's own process, on a free port. */
public final class EchoFixture implements AutoCloseable {
    private final GameServer server;

    private EchoFixture(GameServer server) {
        this.server = server;
    }

    /** A server that does what an echo server does. */
    public static EchoFixture start(String... options) {
        return start(Session::send, options);
    }

    /** A server that answers an ECHO with what {@code onEcho} sends. */
    public static EchoFixture start(BiConsumer<Session, Echo> onEcho, String... options) {
        List<String> all = new ArrayList<>(List.of("--bind", "127.0.0.1:0", "--io-threads", "1"));
        all.addAll(List.of(options));
        PacketHandlers<Session> handlers =
                PacketHandlers.<Session>of(CommonPackets.CATALOG)
                        .on(Echo.TYPE, SessionState.CONNECTED, onEcho)
                        .on(
                                PingRequest.TYPE,
                                SessionState.CONNECTED,
                                (session, ping) -> session.send(new PingResponse(ping.number())))
                        .build();
        Application<Session> application =
                new Application<>(
                        handlers,
                        SessionListener.of(Function.identity()),
                        SessionState.LOGGED_IN,
                        BodyFormat.BINARY);
        ServerOptions parsed = ServerOptions.of(all.toArray(String[]::new));
        return new EchoFixture(GameServer.start(parsed, application));
    }

    public HostPort address() {
        return server.address();
    }

    @Override
    public void close() {
        server.drain(Duration.ofSeconds(5));
    }
}
