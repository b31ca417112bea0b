package gameserver.net.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the peer gets what was written last. A socket that is closed while
 * input is unread resets the connection, and a reset may throw away what the peer has not read yet;
 * so this end closes its output first, and drops what comes in until the peer has closed too. The
 * peer has five seconds to read to the end, and one to close.
 *
 * <p>Under TLS the output ends with its {@code close_notify}, by which the peer knows that nobody
 * has cut off the rest. Input is dropped before it is decrypted.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The channel is closing whatever comes of it.
final class LingeringClose extends ChannelInboundHandlerAdapter {
    private static final long READ_SECONDS = 5;
    private static final long CLOSE_SECONDS = 1;

    /** Nothing is left to write. Belongs to the channel's event loop. */
    private boolean outputEnded;

    private LingeringClose() {}

    /** Call on the channel's event loop. */
    static void start(Channel channel) {
        if (!channel.isActive()) {
            return;
        }
        LingeringClose handler = new LingeringClose();
        channel.pipeline().addFirst(handler);
        channel.config().setAutoRead(true);
        endOutput(channel)
                .addListener(
                        flushed -> {
                            handler.outputEnded = true;
                            if (flushed.isSuccess()
                                    && channel instanceof DuplexChannel duplex
                                    && !duplex.isInputShutdown()) {
                                duplex.shutdownOutput();
                                closeIn(channel, CLOSE_SECONDS);
                            } else {
                                closeNow(channel);
                            }
                        });
        closeIn(channel, READ_SECONDS);
    }

    /** Writes what is left to write; done when the peer's system has it, or it can't be written. */
    private static ChannelFuture endOutput(Channel channel) {
        SslHandler tls = channel.pipeline().get(SslHandler.class);
        if (tls == null) {
            return channel.writeAndFlush(Unpooled.EMPTY_BUFFER);
        }
        channel.flush(); // It would drop what is not encrypted yet.
        return tls.closeOutbound();
    }

    /** Lets go of the channel when it is closed before that: a flood leaves many of them. */
    private static void closeIn(Channel channel, long seconds) {
        ScheduledFuture<?> timer =
                channel.eventLoop().schedule(() -> closeNow(channel), seconds, TimeUnit.SECONDS);
        channel.closeFuture().addListener(closed -> timer.cancel(false));
    }

    /**
     * Closes the socket at once, whatever is left to write. A plain {@code close} would wait for
     * the TLS handler to say goodbye.
     */
    static void closeNow(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        if (first == null) {
            channel.close();
        } else {
            first.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object dropped) {
        ReferenceCountUtil.release(dropped);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && outputEnded) {
            ctx.close(); // The peer has closed, too. Before that it may only have had its say.
        }
    }

    /** The connection broke: the peer does not want to hear the rest. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
