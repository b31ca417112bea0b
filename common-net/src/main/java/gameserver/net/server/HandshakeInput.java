package gameserver.net.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.util.ReferenceCountUtil;

/**
 * The first handler as long as a handshake goes on: the TLS handler keeps what arrives while a
 * signature is made, and a peer must not send more in that time than handshakes take.
 */
final class HandshakeInput extends ChannelInboundHandlerAdapter {
    /** A message of a handshake has up to 32 KiB; the JDK takes no more. */
    private static final int MAX_BYTES = 64 * 1024;

    private int bytes;

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        bytes += ((ByteBuf) message).readableBytes();
        if (bytes <= MAX_BYTES) {
            ctx.fireChannelRead(message);
            return;
        }
        ReferenceCountUtil.release(message);
        ctx.fireExceptionCaught(new TooLongFrameException("more than " + MAX_BYTES + " bytes"));
    }
}
