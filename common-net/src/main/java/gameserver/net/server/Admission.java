package gameserver.net.server;

import gameserver.net.session.RefusalReason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.AttributeKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Decides which connections become sessions. It is in the pipeline of the listening socket, before
 * Netty gives a new connection to an event loop: there it costs little to refuse one.
 *
 * <p>The first refused ones of each second go on without a {@link Slot}, to be told error 67 (see
 * {@link SessionInitializer}), so that a client within reason learns what is wrong. In a flood that
 * would help nobody and cost several times as much as a close without a word, which the others get.
 *
 * <p>Belongs to the event loop that accepts.
 */
final class Admission extends ChannelInboundHandlerAdapter {
    /** The place of an admitted connection, until its session takes it over. */
    static final AttributeKey<Slot> SLOT = AttributeKey.valueOf(Slot.class, "slot");

    /** Refused connections that are told why, a second. */
    static final int NOTICES_PER_SECOND = 100;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ServerContext<?> server;
    private long secondBegan;
    private int notices;

    Admission(ServerContext<?> server) {
        this.server = server;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        secondBegan = now(ctx);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object accepted) {
        Channel client = (Channel) accepted;
        Slot slot = new Slot();
        RefusalReason refusal = server.slots().tryTake(slot, address(client));
        if (refusal == null) {
            admit(ctx, client, slot);
        } else {
            refuse(ctx, client, refusal);
        }
    }

    private void admit(ChannelHandlerContext ctx, Channel client, Slot slot) {
        client.attr(SLOT).set(slot);
        client.closeFuture().addListener(closed -> releaseUnused(client));
        ctx.fireChannelRead(client);
    }

    /** For a connection that did not come as far as {@link SessionInitializer}. */
    private void releaseUnused(Channel client) {
        Slot slot = client.attr(SLOT).getAndSet(null);
        if (slot != null) {
            server.slots().release(slot);
        }
    }

    private static @Nullable InetAddress address(Channel client) {
        return client.remoteAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
    }

    private void refuse(ChannelHandlerContext ctx, Channel client, RefusalReason reason) {
        server.counters().refused(reason).increment();
        server.log().refused(client.remoteAddress(), reason);
        if (mayNotify(now(ctx))) {
            ctx.fireChannelRead(client);
        } else {
            client.unsafe().closeForcibly(); // No event loop has it yet.
        }
    }

    private static long now(ChannelHandlerContext ctx) {
        return ctx.channel().eventLoop().ticker().nanoTime();
    }

    private boolean mayNotify(long now) {
        if (now - secondBegan >= SECOND) {
            secondBegan = now;
            notices = 0;
        }
        notices++;
        return notices <= NOTICES_PER_SECOND;
    }
}
