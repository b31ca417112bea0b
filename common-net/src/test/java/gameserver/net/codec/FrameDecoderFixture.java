package gameserver.net.codec;

import gameserver.net.testing.Hex;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A {@link FrameDecoder} in a channel: bytes go in, the hex digits of whole frames come out. */
final class FrameDecoderFixture implements AutoCloseable {
    private final EmbeddedChannel channel;

    /** What has been raised, in order. */
    final List<Throwable> raised = new ArrayList<>();

    FrameDecoderFixture(int maxSize) {
        this.channel = new EmbeddedChannel(new FrameDecoder(maxSize, Hex::of));
    }

    /** Brings {@code bytes} as one read and keeps what that raises. */
    void read(byte... bytes) {
        ByteBuf pooled = channel.alloc().buffer(Math.max(1, bytes.length));
        pooled.writeBytes(bytes);
        try {
            channel.writeInbound(pooled);
        } catch (FrameSizeException e) {
            raised.add(e);
        }
    }

    /** Brings bytes without a copy, from outside of any pool. */
    void readUnpooled(byte[] bytes, int from, int to) {
        channel.writeInbound(Unpooled.wrappedBuffer(bytes, from, to - from));
    }

    /** All frames since the last call. */
    List<String> frames() {
        List<String> frames = new ArrayList<>();
        Supplier<String> next = channel::readInbound;
        for (String frame = next.get(); frame != null; frame = next.get()) {
            frames.add(frame);
        }
        return frames;
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }
}
