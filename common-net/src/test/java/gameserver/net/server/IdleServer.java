package gameserver.net.server;

import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.util.function.Function;

/** What handlers of a pipeline need of a server that takes no packets. */
final class IdleServer {
    private IdleServer() {}

    /** One with so many places. */
    static ServerContext<Session> withPlaces(int places) {
        return new ServerContext<>(
                new Application<>(
                        PacketHandlers.<Session>of(PacketCatalog.of()).build(),
                        SessionListener.of(Function.identity()),
                        SessionState.LOGGED_IN,
                        BodyFormat.BINARY),
                Limits.of(ServerOptions.of()),
                new ServerCounters(),
                new SessionSlots(places, new AddressTable(AddressLimits.NONE, System::nanoTime)),
                new SessionLog(System::nanoTime));
    }
}
