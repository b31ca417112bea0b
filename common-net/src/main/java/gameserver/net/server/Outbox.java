package gameserver.net.server;

import gameserver.net.codec.PacketEncoder;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.metrics.ServerCounters;
import gameserver.net.packet.Packet;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one logic thread has to say until the end of its round. Packets are encoded as they are
 * sent, one buffer a session. At the end of the round each event loop gets the buffers of its
 * connections as one task, and each connection is written and flushed once.
 *
 * <p>A packet that is sent to many sessions in a row, a broadcast, is encoded once: the others get
 * a copy of the first one's bytes. Copying some dozen bytes costs less than sharing a buffer would.
 *
 * <p>Belongs to its logic thread.
 */
final class Outbox {
    /** A buffer of this size leaves before the round's end, to where its bytes are counted. */
    private static final int EARLY_BYTES = 64 * 1024;

    private static final int INITIAL_BYTES = 1024;

    private final LogicExecutor logic;
    private final PacketEncoder encoder;
    private final ServerCounters counters;
    private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;

    /** One for each event loop, in their order. */
    private final Delivery[] deliveries;

    /** Those of all logic threads; complete before the first session opens. */
    private final Map<LogicExecutor, Outbox> all;

    /** Sessions that go on elsewhere once this round's output is handed over. */
    private final List<Move> moves = new ArrayList<>();

    private record Move(ChannelSession<?> session, Outbox next, Runnable then) {}

    private int packets;

    /** The packet that was encoded last, and where its bytes are. */
    private @Nullable Packet lastPacket;

    private @Nullable ByteBuf lastBytes;
    private int lastStart;
    private int lastLength;

    Outbox(
            LogicExecutor logic,
            ServerContext<?> server,
            Collection<IoLoop> loops,
            Map<LogicExecutor, Outbox> all) {
        this.logic = logic;
        this.all = all;
        this.encoder = new PacketEncoder(server.application().format());
        this.counters = server.counters();
        this.deliveries = loops.stream().map(Delivery::new).toArray(Delivery[]::new);
        logic.afterEachRound(this::endRound);
    }

    LogicExecutor logic() {
        return logic;
    }

    void send(ChannelSession<?> session, Packet packet) {
        ByteBuf bytes = session.output();
        if (bytes == null) {
            bytes = allocator.directBuffer(INITIAL_BYTES);
            session.output(bytes);
            deliveries[session.connection().loop().index()].add(session);
        }
        if (packet == lastPacket && lastBytes != null) {
            bytes.writeBytes(lastBytes, lastStart, lastLength);
        } else {
            encode(packet, bytes);
        }
        packets++;
        if (bytes.readableBytes() >= EARLY_BYTES) {
            flush();
        }
    }

    private void encode(Packet packet, ByteBuf bytes) {
        int start = bytes.writerIndex();
        encoder.encode(packet, bytes);
        lastPacket = packet;
        lastBytes = bytes;
        lastStart = start;
        lastLength = bytes.writerIndex() - start;
    }

    /** Closes the connection after what has been sent to it. */
    void close(ChannelSession<?> session) {
        if (session.output() == null) {
            deliveries[session.connection().loop().index()].add(session);
        }
    }

    /** Lets the session go on at another logic thread, with {@code then}, after this round. */
    void move(ChannelSession<?> session, LogicExecutor to, Runnable then) {
        Outbox next = all.get(to);
        if (next == null) {
            throw new IllegalArgumentException(to + " is no logic thread of this server");
        }
        moves.add(new Move(session, next, then));
    }

    private void endRound() {
        flush();
        for (Move move : moves) {
            move.session.outbox(move.next);
            move.next.logic.execute(move.then);
        }
        moves.clear();
    }

    private void flush() {
        lastPacket = null;
        lastBytes = null;
        counters.packetsSent.add(packets);
        packets = 0;
        for (Delivery delivery : deliveries) {
            delivery.handOver();
        }
    }
}
