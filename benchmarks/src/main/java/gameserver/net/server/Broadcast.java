package gameserver.net.server;

import gameserver.benchmarks.Measured;
import gameserver.chat.Member;
import gameserver.chat.Occupant;
import gameserver.chat.Room;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.logic.ManualLogic;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.Result;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A chat line on its way through a server, from the bytes of one socket to the bytes for all, on
 * one thread. The pipeline, the sessions, the outbox and the room are those of a server; what is
 * left out are the system calls and the hand-over between two threads.
 */
@NullMarked
public class Broadcast extends Measured {
    private static final PacketCatalog CATALOG =
            PacketCatalog.of(RoomChatRequest.TYPE, RoomChatResponse.TYPE);

    private final ByteBuf line = ByteBufAllocator.DEFAULT.directBuffer();
    private final List<EmbeddedChannel> channels = new ArrayList<>();
    private final List<Guest> guests = new ArrayList<>();
    private final ManualLogic logic = new ManualLogic();

    @Param({"4", "50", "1000"})
    private int sessions;

    @Setup
    public void fillTheRoom(Blackhole wire) {
        new PacketEncoder(BodyFormat.BINARY).encode(new RoomChatRequest("x".repeat(32)), line);
        Room room = new Room(0, sessions, logic);
        ServerContext<Guest> server = server(room);
        IoLoop loop = new IoLoop(new EmbeddedChannel().eventLoop(), 0);
        Outbox outbox = new Outbox(logic, server, List.of(loop), new HashMap<>());
        for (int i = 0; i < sessions; i++) {
            channels.add(connect(loop, outbox, server, wire));
        }
        logic.runPending();
        guests.forEach(guest -> guest.listens = true);
    }

    private ServerContext<Guest> server(Room room) {
        PacketHandlers<Guest> handlers =
                PacketHandlers.<Guest>of(CATALOG)
                        .on(RoomChatRequest.TYPE, SessionState.IN_ROOM, Broadcast::onChat)
                        .build();
        Application<Guest> application =
                new Application<>(
                        handlers,
                        SessionListener.of(session -> enter(room, session)),
                        SessionState.IN_ROOM,
                        BodyFormat.BINARY);
        ServerOptions options = ServerOptions.of("--max-requests-per-second=0");
        return new ServerContext<>(
                application,
                Limits.of(options),
                new ServerCounters(),
                new SessionSlots(sessions, new AddressTable(AddressLimits.NONE, System::nanoTime)),
                new SessionLog(System::nanoTime));
    }

    private Guest enter(Room room, Session session) {
        Guest guest = new Guest(session);
        guest.member = room.enter(guest);
        guests.add(guest);
        return guest;
    }

    /** As chat-server does it. */
    private static void onChat(Guest speaker, RoomChatRequest request) {
        Member member = speaker.member;
        if (member != null) {
            member.room().chat(member, request.message());
            speaker.send(new RoomChatResponse(Result.SUCCESS));
        }
    }

    private static EmbeddedChannel connect(
            IoLoop loop, Outbox outbox, ServerContext<Guest> server, Blackhole wire) {
        var packets = new PacketDecoder(CATALOG.toServer(), BodyFormat.BINARY);
        EmbeddedChannel channel = new EmbeddedChannel();
        Slot slot = new Slot();
        server.slots().tryTake(slot, null);
        channel.pipeline()
                .addLast(new Wire(wire))
                .addLast(new FrameDecoder(server.limits().maxPacketSize(), packets::decode))
                .addLast(new Connection<>(slot, channel, loop, outbox, server));
        channel.pipeline().fireChannelActive();
        return channel;
    }

    @TearDown
    public void release() {
        channels.forEach(EmbeddedChannel::finishAndReleaseAll);
        line.release();
    }

    /** A line of 32 bytes that each session of the room gets, and the answer to its sender. */
    @Benchmark
    public int line() {
        ByteBuf arrived = ByteBufAllocator.DEFAULT.directBuffer(line.readableBytes());
        arrived.writeBytes(line, 0, line.readableBytes());
        channels.get(0).pipeline().fireChannelRead(arrived).fireChannelReadComplete();
        return logic.runPending();
    }

    /** Who is in the room, and hears nothing before all are: no list of users is so long. */
    private static final class Guest implements Occupant {
        private final Session session;
        private @Nullable Member member;
        private boolean listens;

        Guest(Session session) {
            this.session = session;
        }

        @Override
        public String id() {
            return "guest";
        }

        @Override
        public void send(Packet packet) {
            if (listens) {
                session.send(packet);
            }
        }
    }

    /** In the place of a socket. */
    private static final class Wire extends ChannelOutboundHandlerAdapter {
        private final Blackhole blackhole;

        Wire(Blackhole blackhole) {
            this.blackhole = blackhole;
        }

        @Override
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            ByteBuf bytes = (ByteBuf) message;
            blackhole.consume(bytes.readableBytes());
            bytes.release();
        }

        @Override
        public void flush(ChannelHandlerContext ctx) {}
    }
}
