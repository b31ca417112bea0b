package gameserver.net.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when the system gives no more connections, as when the process has as many open
 * files as it may. The last handler of the listening socket: Netty's own one before it pauses for a
 * second after each failure, so there is one line a second.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(AcceptFailures.class);

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof IOException) {
            log.warn("can't accept connections, next try in a second: {}", cause.getMessage());
        } else {
            log.error("can't accept connections, next try in a second", cause);
        }
    }
}
