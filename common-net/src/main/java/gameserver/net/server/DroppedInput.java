package gameserver.net.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;

/** The first handler of a connection on whose input nobody will look: drops it. */
@Sharable
final class DroppedInput extends ChannelInboundHandlerAdapter {
    static final DroppedInput INSTANCE = new DroppedInput();

    private DroppedInput() {}

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object dropped) {
        ReferenceCountUtil.release(dropped);
    }
}
