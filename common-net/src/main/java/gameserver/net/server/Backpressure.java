package gameserver.net.server;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides whether a connection is read. Reading pauses while its packets pile up before the logic
 * thread, or its output before the client; TCP then makes that client wait, and nobody else. Who
 * does not read its answers is not asked for more questions, so its own requests can't fill its
 * output.
 *
 * <p>Belongs to the connection's event loop, except for {@link #onHandled}.
 */
final class Backpressure {
    private final Channel channel;
    private final IoLoop loop;

    /** Packets that wait for the logic thread. Counted up by the event loop, down by the other. */
    private final AtomicInteger waiting = new AtomicInteger();

    /** Too many are waiting. The logic thread reads it, to tell when they are no longer. */
    private volatile boolean shareUsed;

    /** The client has too much unread, since {@link #slowSince}. */
    private boolean slow;

    private long slowSince;
    private boolean off;
    private long resumedAt;

    Backpressure(Channel channel, IoLoop loop) {
        this.channel = channel;
        this.loop = loop;
        this.resumedAt = loop.now();
    }

    /** Packets are about to be posted to the logic thread. */
    void onQueued(int packets) {
        if (waiting.addAndGet(packets) >= Limits.MAILBOX_SHARE) {
            shareUsed = true; // Before the post, so that the handling of these packets sees it.
            update();
        }
    }

    /** Packets have been handled. Called on the logic thread. */
    void onHandled(int packets) {
        int left = waiting.addAndGet(-packets);
        if (shareUsed && left <= Limits.MAILBOX_SHARE / 2) {
            loop.execute(this::onCaughtUp);
        }
    }

    private void onCaughtUp() {
        shareUsed = false;
        update();
    }

    /** The client has begun to lag behind with reading, or has caught up. */
    void onWritabilityChanged() {
        slow = !channel.isWritable();
        slowSince = loop.now();
        update();
    }

    /** What comes in is dropped from now on, so it need not pause. */
    void turnOff() {
        off = true;
        update();
    }

    private void update() {
        boolean read = off || !(slow || shareUsed);
        if (read && isPaused()) {
            resumedAt = loop.now();
        }
        channel.config().setAutoRead(read);
    }

    boolean isPaused() {
        return !channel.config().isAutoRead();
    }

    /** When reading began, or was resumed last. */
    long resumedAt() {
        return resumedAt;
    }

    boolean isSlow() {
        return slow;
    }

    long slowSince() {
        return slowSince;
    }
}
