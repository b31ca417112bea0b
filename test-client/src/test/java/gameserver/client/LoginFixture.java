package gameserver.client;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.options.HostPort;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Result;
import gameserver.net.server.Application;
import gameserver.net.server.GameServer;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A game server in the test's own process that does nothing but let everybody in. */
final class LoginFixture implements AutoCloseable {
    private final Queue<LoginRequest> logins = new ConcurrentLinkedQueue<>();
    private final GameServer server;

    private LoginFixture() {
        PacketHandlers<Session> handlers =
                PacketHandlers.<Session>of(
                                CommonPackets.CATALOG.with(LoginRequest.TYPE, LoginResponse.TYPE))
                        .on(LoginRequest.TYPE, SessionState.CONNECTED, this::logIn)
                        .on(Echo.TYPE, SessionState.CONNECTED, Session::send)
                        .on(
                                PingRequest.TYPE,
                                SessionState.CONNECTED,
                                (session, ping) -> session.send(new PingResponse(ping.number())))
                        .build();
        ServerOptions options = ServerOptions.of("--bind", "127.0.0.1:0", "--io-threads", "1");
        server =
                GameServer.start(
                        options,
                        new Application<>(
                                handlers,
                                SessionListener.of(Function.identity()),
                                SessionState.LOGGED_IN,
                                BodyFormat.BINARY));
    }

    static LoginFixture start() {
        return new LoginFixture();
    }

    private void logIn(Session session, LoginRequest login) {
        logins.add(login);
        session.moveTo(SessionState.LOGGED_IN);
        session.send(new LoginResponse(Result.SUCCESS));
    }

    HostPort address() {
        return server.address();
    }

    /** Whoever has logged in since the start, in that order. */
    Queue<LoginRequest> logins() {
        return logins;
    }

    @Override
    public void close() {
        server.drain(Duration.ofSeconds(5));
    }
}
