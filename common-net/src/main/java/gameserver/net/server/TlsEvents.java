package gameserver.net.server;

import gameserver.net.tls.HandshakeFailure;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.net.SocketAddress;

/**
 * Comes after the TLS handler, and tells the rest of the pipeline what a plain connection would:
 * that it is there, when the handshake is over, and that the client has said all it wants to say,
 * when it has said so by TLS. Before that there is no rest: a connection whose handshake fails
 * never is a session. It is counted, and has a line in the log.
 *
 * <p>Belongs to the connection's event loop. Takes part in events alone, not in reads and writes.
 */
final class TlsEvents extends ChannelInboundHandlerAdapter {
    private final SocketAddress peer;
    private final IoLoop loop;
    private final ServerContext<?> server;
    private final Runnable begin;
    private final Runnable giveUp;
    private boolean begun;
    private boolean failed;

    /**
     * @param begin adds the handlers of a session, when the handshake is over
     * @param giveUp is run instead when the connection has ended before that
     */
    TlsEvents(
            Channel channel,
            IoLoop loop,
            ServerContext<?> server,
            Runnable begin,
            Runnable giveUp) {
        this.peer = channel.remoteAddress();
        this.loop = loop;
        this.server = server;
        this.begin = begin;
        this.giveUp = giveUp;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        loop.handshakeBegins(ctx.channel());
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        if (!begun) {
            loop.handshakeEnds(ctx.channel());
            giveUp.run();
        }
    }

    /** Too early: the handshake is yet to come. */
    @Override
    public void channelActive(ChannelHandlerContext ctx) {}

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof SslHandshakeCompletionEvent handshake) {
            onHandshake(ctx, handshake);
        } else if (event == SslCloseCompletionEvent.SUCCESS && begun) {
            // The TLS handler would keep what comes after the end, and never look at it.
            ctx.pipeline().addFirst(DroppedInput.INSTANCE);
            ctx.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
        } else if (event instanceof ChannelInputShutdownEvent && !begun) {
            LingeringClose.closeNow(ctx.channel()); // A handshake needs two.
        } else {
            ctx.fireUserEventTriggered(event);
        }
    }

    private void onHandshake(ChannelHandlerContext ctx, SslHandshakeCompletionEvent handshake) {
        if (handshake.isSuccess()) {
            ctx.pipeline().remove(HandshakeInput.class);
            begin.run();
            begun = true;
            loop.handshakeEnds(ctx.channel());
            ctx.fireChannelActive();
        } else {
            fail(HandshakeFailure.of(handshake.cause()), handshake.cause());
        }
    }

    private void fail(HandshakeFailure reason, Throwable cause) {
        if (failed) {
            return;
        }
        failed = true;
        server.counters().handshakesFailed(reason).increment();
        server.log().handshakeFailed(peer, reason, cause);
    }

    /** Whatever the TLS handler throws, it has told by an event before. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (begun) {
            ctx.fireExceptionCaught(cause);
        } else if (!failed) {
            if (cause instanceof IOException || cause instanceof TooLongFrameException) {
                fail(HandshakeFailure.of(cause), cause);
            } else {
                server.log().handshakeFailed(peer, cause);
            }
            LingeringClose.closeNow(ctx.channel());
        }
    }
}
