package gameserver.net.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the peer gets what was written last. A socket that is closed while
 * input is unread resets the connection, and a reset may throw away what the peer has not read yet;
 * so this end closes its output first, and drops what comes in until the peer has closed too. The
 * peer has five seconds to read to the end, and one to close.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The channel is closing whatever comes of it.
final class LingeringClose extends ChannelInboundHandlerAdapter {
    private static final long READ_SECONDS = 5;
    private static final long CLOSE_SECONDS = 1;

    private LingeringClose() {}

    /** Call on the channel's event loop. */
    static void start(Channel channel) {
        if (!channel.isActive()) {
            return;
        }
        channel.pipeline().addFirst(new LingeringClose());
        channel.config().setAutoRead(true);
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                .addListener(
                        flushed -> {
                            if (flushed.isSuccess()
                                    && channel instanceof DuplexChannel duplex
                                    && !duplex.isInputShutdown()) {
                                duplex.shutdownOutput();
                                closeIn(channel, CLOSE_SECONDS);
                            } else {
                                channel.close();
                            }
                        });
        closeIn(channel, READ_SECONDS);
    }

    private static void closeIn(Channel channel, long seconds) {
        channel.eventLoop().schedule(() -> channel.close(), seconds, TimeUnit.SECONDS);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object dropped) {
        ReferenceCountUtil.release(dropped);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.close(); // The peer has read to the end and closed, too.
        }
    }
}
