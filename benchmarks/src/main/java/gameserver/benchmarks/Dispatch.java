package gameserver.benchmarks;

import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.PingRequest;
import gameserver.net.session.SessionState;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/**
 * From a packet to the method that handles it, past the check of the session's state. Packets of
 * several types take turns, so that the compiler can't take one method for given; the methods do
 * nothing.
 */
public class Dispatch extends Measured {
    private static final int TYPES = 4;

    private final List<Packet> packets =
            List.of(
                    new RoomChatRequest("hello"),
                    new Echo(Bytes.utf8("hello")),
                    new PingRequest((short) 1),
                    new WhisperRequest("bob", "hello"));

    private final PacketHandlers<Blackhole> handlers = handlers();

    private static PacketHandlers<Blackhole> handlers() {
        PacketCatalog catalog =
                CommonPackets.CATALOG.with(RoomChatRequest.TYPE, WhisperRequest.TYPE);
        return PacketHandlers.<Blackhole>of(catalog)
                .on(Echo.TYPE, SessionState.CONNECTED, Blackhole::consume)
                .on(PingRequest.TYPE, SessionState.CONNECTED, Blackhole::consume)
                .on(WhisperRequest.TYPE, SessionState.LOGGED_IN, Blackhole::consume)
                .on(RoomChatRequest.TYPE, SessionState.IN_ROOM, Blackhole::consume)
                .build();
    }

    /** A packet that its session may send. */
    @Benchmark
    @OperationsPerInvocation(TYPES)
    public void handle(Blackhole blackhole) {
        dispatchAll(SessionState.IN_ROOM, blackhole);
    }

    /** A packet of which every other one comes too early, and is answered with an error. */
    @Benchmark
    @OperationsPerInvocation(TYPES)
    public void refuse(Blackhole blackhole) {
        dispatchAll(SessionState.CONNECTED, blackhole);
    }

    private void dispatchAll(SessionState state, Blackhole blackhole) {
        DeafSession session = new DeafSession(state, blackhole);
        for (Packet packet : packets) {
            handlers.dispatch(session, blackhole, packet);
        }
    }
}
