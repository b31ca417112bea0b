package gameserver.echo;

import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.launch.ServerMain;
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
import java.util.function.Function;
import picocli.CommandLine.Command;

/**
 * Sends back what it receives.
 *
 * <p>A packet's way through this server: an event loop reads bytes, cuts them into frames, turns
 * the frames into packets, looks up their handler below, and writes what the handler sends. All of
 * that on one thread, since one client's echo is no other client's business.
 */
@Command(name = "echo-server", description = "Sends back what it receives.")
public final class EchoServer extends ServerMain {

    public static void main(String[] args) {
        run(new EchoServer(), args);
    }

    @Override
    protected GameServer start(ServerOptions options) {
        return GameServer.start(options, application());
    }

    /** Nothing is kept of a client but its session, and nobody has to log in. */
    public static Application<Session> application() {
        return new Application<>(
                handlers(),
                SessionListener.of(Function.identity()),
                SessionState.LOGGED_IN,
                BodyFormat.BINARY);
    }

    /** The whole behaviour: everything else that a client may send is refused. */
    private static PacketHandlers<Session> handlers() {
        return PacketHandlers.<Session>of(CommonPackets.CATALOG)
                .on(Echo.TYPE, SessionState.CONNECTED, EchoServer::echo)
                .on(PingRequest.TYPE, SessionState.CONNECTED, EchoServer::ping)
                .build();
    }

    /** The packet that came in goes out again: same id, same bytes. */
    private static void echo(Session session, Echo echo) {
        session.send(echo);
    }

    private static void ping(Session session, PingRequest ping) {
        session.send(new PingResponse(ping.number()));
    }
}
