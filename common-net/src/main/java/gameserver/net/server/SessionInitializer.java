package gameserver.net.server;

import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Received;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds the pipeline of each connection. Read it from top to bottom: that is the way of what comes
 * in. What goes out is encoded by the logic thread (see {@link Outbox}) and passes no handler.
 */
final class SessionInitializer<C> extends ChannelInitializer<Channel> {
    private static final String TLS = "tls";
    private static final String HANDSHAKE_INPUT = "handshake-input";
    private static final String TLS_EVENTS = "tls-events";
    private static final String DECODER = "decoder";
    private static final String CONNECTION = "connection";

    private final ServerContext<C> server;
    private final Threads threads;
    private final @Nullable ServerTls tls;
    private final Function<ByteBuf, Received> packets;

    /**
     * @param tls null for a server without it
     */
    SessionInitializer(ServerContext<C> server, Threads threads, @Nullable ServerTls tls) {
        this.server = server;
        this.threads = threads;
        this.tls = tls;
        Application<C> application = server.application();
        this.packets =
                new PacketDecoder(application.handlers().inbound(), application.format())::decode;
    }

    @Override
    protected void initChannel(Channel channel) {
        Slot slot = channel.attr(Admission.SLOT).getAndSet(null);
        if (slot == null) {
            begin(channel, () -> tellFull(channel), () -> {});
        } else {
            begin(channel, () -> addSession(channel, slot), () -> server.slots().release(slot));
        }
    }

    /** Runs {@code first} now, or when the TLS handshake is over; {@code giveUp} if that fails. */
    private void begin(Channel channel, Runnable first, Runnable giveUp) {
        if (tls == null) {
            first.run();
        } else {
            IoLoop loop = threads.loop(channel.eventLoop());
            channel.pipeline()
                    .addLast(HANDSHAKE_INPUT, new HandshakeInput())
                    .addLast(TLS, tls.newHandler(channel.alloc()))
                    .addLast(TLS_EVENTS, new TlsEvents(channel, loop, server, first, giveUp));
        }
    }

    private void addSession(Channel channel, Slot slot) {
        IoLoop loop = threads.loop(channel.eventLoop());
        Outbox outbox = threads.firstOutbox(loop, slot.id());
        int maxPacketSize = server.limits().maxPacketSize();
        channel.pipeline()
                .addLast(DECODER, new FrameDecoder(maxPacketSize, packets))
                .addLast(CONNECTION, new Connection<>(slot, channel, loop, outbox, server));
    }

    /** Tells a connection that {@link Admission} has refused so, at once, and closes it. */
    private void tellFull(Channel channel) {
        ByteBuf notice = channel.alloc().directBuffer();
        new PacketEncoder(server.application().format())
                .encode(ErrorNotify.of(ErrorCode.SERVER_FULL), notice);
        channel.eventLoop().execute(() -> sendLast(channel, notice));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // The connection is closing whatever comes of it.
    private static void sendLast(Channel channel, ByteBuf notice) {
        channel.write(notice);
        LingeringClose.start(channel);
    }
}
