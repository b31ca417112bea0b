package gameserver.reliability;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.options.HostPort;
import gameserver.net.packet.Packet;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.IntegerUnixChannelOption;
import java.util.concurrent.TimeUnit;

/**
 * A client in a room that never reads. Its receive buffer is the smallest there is, and so are its
 * segments, by which Linux measures the buffer on the server's side: what it does not read soon is
 * the server's own problem.
 */
final class FrozenReader implements AutoCloseable {
    private static final int RECEIVE_BUFFER = 4096;
    private static final int SEGMENT = 536;

    /** IPPROTO_TCP and TCP_MAXSEG. */
    private static final ChannelOption<Integer> MAX_SEGMENT =
            new IntegerUnixChannelOption("TCP_MAXSEG", 6, 2);

    private final MultiThreadIoEventLoopGroup loop =
            new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

    private final PacketEncoder encoder;
    private final Channel channel;

    FrozenReader(ServerJar jar, HostPort address) {
        encoder = new PacketEncoder(jar.dialect().format());
        channel =
                new Bootstrap()
                        .group(loop)
                        .channel(EpollSocketChannel.class)
                        .option(ChannelOption.AUTO_READ, false)
                        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER)
                        .option(MAX_SEGMENT, SEGMENT)
                        .handler(new ChannelInboundHandlerAdapter())
                        .connect(address.toSocketAddress())
                        .syncUninterruptibly()
                        .channel();
    }

    /** Logs in and enters a room where others talk, and hears nothing of that. */
    void enter(int room) {
        say(LoginRequest.of("frozen", "pw"));
        say(new RoomEnterRequest(room));
    }

    private void say(Packet packet) {
        ByteBuf frame = Unpooled.buffer();
        encoder.encode(packet, frame);
        channel.writeAndFlush(frame).syncUninterruptibly();
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
