package gameserver.net.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.ByteArrayOutputStream;

/** A client of a {@link ManualServer}, on the same thread. Knows bytes and nothing else. */
@SuppressWarnings("FutureReturnValueIgnored") // The other end may be gone, and that may be seen.
public final class ManualClient {
    private final Channel channel;
    private final Channel serverSide;
    private final Inbox inbox;

    ManualClient(Channel channel, Channel serverSide, Inbox inbox) {
        this.channel = channel;
        this.serverSide = serverSide;
        this.inbox = inbox;
    }

    /** Sends bytes, which the server gets as one read. */
    public void send(byte[] bytes) {
        if (bytes.length > 0) {
            channel.writeAndFlush(channel.alloc().buffer(bytes.length).writeBytes(bytes));
        }
    }

    /** Says that nothing more will be sent, as a client does that closes its output only. */
    public void endOutput() {
        serverSide.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    }

    /** Goes without a word. */
    public void close() {
        channel.close();
    }

    /** Whether neither side has closed the connection. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** What has been received since this was asked last. */
    public byte[] takeReceived() {
        byte[] taken = inbox.received.toByteArray();
        inbox.received.reset();
        return taken;
    }

    static final class Inbox extends SimpleChannelInboundHandler<ByteBuf> {
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();

        @Override
        protected void channelRead0(ChannelHandlerContext ctx, ByteBuf bytes) throws Exception {
            bytes.readBytes(received, bytes.readableBytes());
        }
    }
}
