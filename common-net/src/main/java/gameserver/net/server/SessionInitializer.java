package gameserver.net.server;

import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Received;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the pipeline of each connection. Read it from top to bottom: that is the way of what comes
 * in. What goes out is encoded by the logic thread (see {@link Outbox}) and passes no handler.
 */
final class SessionInitializer<C> extends ChannelInitializer<Channel> {
    private static final Logger log = LoggerFactory.getLogger(SessionInitializer.class);

    /** Refused connections at a time that are given time to hear why. */
    private static final int MAX_LINGERING = 1000;

    private static final String DECODER = "decoder";
    private static final String CONNECTION = "connection";

    private final ServerContext<C> server;
    private final Threads threads;
    private final Function<ByteBuf, Received> packets;
    private final AtomicLong lastId = new AtomicLong();
    private final AtomicInteger lingering = new AtomicInteger();

    SessionInitializer(ServerContext<C> server, Threads threads) {
        this.server = server;
        this.threads = threads;
        Application<C> application = server.application();
        this.packets =
                new PacketDecoder(application.handlers().inbound(), application.format())::decode;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!server.slots().tryTake()) {
            refuse(channel);
            return;
        }
        long id = lastId.incrementAndGet();
        IoLoop loop = threads.loop(channel.eventLoop());
        Outbox outbox = threads.firstOutbox(loop, id);
        int maxPacketSize = server.limits().maxPacketSize();
        channel.pipeline()
                .addLast(DECODER, new FrameDecoder(maxPacketSize, packets))
                .addLast(CONNECTION, new Connection<>(id, channel, loop, outbox, server));
    }

    /**
     * Tells a connection over the limit so, at once, and closes it. Many such connections at a time
     * are closed without waiting whether they have heard it.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // The connection is closing whatever comes of it.
    private void refuse(Channel channel) {
        server.counters().sessionsRefused.increment();
        log.debug("session refused peer={}", channel.remoteAddress());
        ByteBuf notice = channel.alloc().directBuffer();
        new PacketEncoder(server.application().format())
                .encode(ErrorNotify.of(ErrorCode.SERVER_FULL), notice);
        boolean linger = lingering.incrementAndGet() <= MAX_LINGERING;
        channel.closeFuture().addListener(closed -> lingering.decrementAndGet());
        channel.eventLoop().execute(() -> sendLast(channel, notice, linger));
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    private static void sendLast(Channel channel, ByteBuf notice, boolean linger) {
        if (linger) {
            channel.write(notice);
            LingeringClose.start(channel);
        } else {
            channel.writeAndFlush(notice).addListener(ChannelFutureListener.CLOSE);
        }
    }
}
