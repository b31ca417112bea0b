package gameserver.net.codec;

import io.netty.handler.codec.CorruptedFrameException;

/**
 * A frame claims a size that no frame can have. It is the peer's fault, so it carries no stack
 * trace.
 */
public final class FrameSizeException extends CorruptedFrameException {
    FrameSizeException(int size, int maxSize) {
        super("frame size %d is not in %d..%d".formatted(size, PacketHeader.LENGTH, maxSize));
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
