package gameserver.benchmarks;

import gameserver.chat.packet.RoomChatRequest;
import gameserver.net.codec.FrameDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.BodyFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Cutting bytes into frames. As a socket does, each read brings a buffer from the pool with a copy
 * of what has arrived. What a frame is read as is not part of it: every frame becomes the same
 * object.
 */
public class FrameDecoding extends Measured {
    private static final int MAX_SIZE = 1024;
    private static final int MANY = 16;

    private final ByteBufAllocator allocator = ByteBufAllocator.DEFAULT;

    private ByteBuf oneFrame = allocator.directBuffer();
    private ByteBuf manyFrames = allocator.directBuffer();
    private EmbeddedChannel channel = new EmbeddedChannel();

    /** A chat line of 32 bytes, and sixteen of them. */
    @Setup
    public void connect(Blackhole blackhole) {
        new PacketEncoder(BodyFormat.BINARY).encode(new RoomChatRequest("x".repeat(32)), oneFrame);
        for (int i = 0; i < MANY; i++) {
            manyFrames.writeBytes(oneFrame, 0, oneFrame.readableBytes());
        }
        Object frame = new Object();
        channel =
                new EmbeddedChannel(
                        new FrameDecoder(MAX_SIZE, bytes -> frame),
                        new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelRead(ChannelHandlerContext ctx, Object message) {
                                blackhole.consume(message);
                            }
                        });
    }

    @TearDown
    public void release() {
        oneFrame.release();
        manyFrames.release();
        channel.finishAndReleaseAll();
    }

    /** One read that brings one frame. */
    @Benchmark
    public void wholeFrame() {
        read(oneFrame, 0, oneFrame.readableBytes());
    }

    /** Two reads, of which the first ends in the middle of a frame. */
    @Benchmark
    public void frameInTwoReads() {
        int half = oneFrame.readableBytes() / 2;
        read(oneFrame, 0, half);
        read(oneFrame, half, oneFrame.readableBytes() - half);
    }

    /** A frame of a read that brings sixteen. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public void sixteenFramesInOneRead() {
        read(manyFrames, 0, manyFrames.readableBytes());
    }

    private void read(ByteBuf sent, int from, int length) {
        ByteBuf arrived = allocator.directBuffer(length).writeBytes(sent, from, length);
        channel.pipeline().fireChannelRead(arrived).fireChannelReadComplete();
    }
}
