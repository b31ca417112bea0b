package gameserver.net.server;

import gameserver.net.codec.FrameSizeException;
import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.session.CloseReason;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The half of a session that the event loop owns, and the last handler of the pipeline: collects
 * what one read brings and hands it to the logic thread, writes what comes back, and enforces the
 * limits. The other half is {@link ChannelSession}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // The pipeline tells what writes and closes end in.
final class Connection<C> extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    /** How long an ended session may take to say its last words before it is cut. */
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Slot slot;
    private final Channel channel;
    private final IoLoop loop;
    private final ServerContext<C> server;
    private final ChannelSession<C> session;
    private final Backpressure backpressure;
    private final @Nullable RequestRate rate;
    private final Timeouts timeouts;

    /** What the current read has brought so far. */
    private @Nullable List<Received> batch;

    /** No more input is handled, since {@link #endedAt}. */
    private boolean ended;

    private long endedAt;

    /** What is reported unless the logic thread has a reason of its own. */
    private CloseReason reason = CloseReason.PEER_CLOSED;

    /** The place in the list of {@link IoLoop}, which alone uses it. */
    int indexInLoop;

    Connection(Slot slot, Channel channel, IoLoop loop, Outbox outbox, ServerContext<C> server) {
        this.slot = slot;
        this.channel = channel;
        this.loop = loop;
        this.server = server;
        this.session =
                new ChannelSession<>(slot.id(), channel.remoteAddress(), this, outbox, server);
        this.backpressure = new Backpressure(channel, loop);
        this.timeouts = new Timeouts(server.limits(), backpressure, loop.now());
        int perSecond = server.limits().requestsPerSecond();
        this.rate = perSecond > 0 ? new RequestRate(perSecond, loop.now()) : null;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        loop.add(this);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        loop.remove(this);
        server.slots().release(slot);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        log.debug("session opened id={} peer={}", session.id(), session.remoteAddress());
        server.counters().sessionsOpened.increment();
        post(session::onOpened);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (ended) {
            return;
        }
        if (rate != null && !withinRate(rate)) {
            return;
        }
        if (message instanceof UndecodablePacket undecodable) {
            log.debug("session={} sent no packet: {}", session.id(), undecodable.reason());
            server.counters().undecodable(undecodable.error()).increment();
        }
        if (batch == null) {
            batch = new ArrayList<>();
        }
        batch.add((Received) message);
        if (batch.size() >= Limits.MAILBOX_SHARE) {
            handOver();
        }
    }

    private boolean withinRate(RequestRate rate) {
        if (batch == null) { // Once a read: all of it came at the same time.
            rate.refill(loop.now());
        }
        RequestRate.Verdict verdict = rate.take();
        if (verdict == RequestRate.Verdict.OVER) {
            end(
                    CloseReason.TOO_MANY_REQUESTS,
                    "over " + server.limits().requestsPerSecond() + "/s");
            return false;
        }
        if (verdict == RequestRate.Verdict.WARN) {
            handOver(); // For what it has brought so far to be answered first.
            send(ErrorNotify.of(ErrorCode.TOO_MANY_REQUESTS));
        }
        return true;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        timeouts.onReceived(loop.now());
        handOver();
    }

    /** Gives the logic thread what has been read, as one task. */
    private void handOver() {
        List<Received> packets = batch;
        if (packets == null) {
            return;
        }
        batch = null;
        server.counters().packetsReceived.add(packets.size());
        backpressure.onQueued(packets.size());
        post(() -> session.onReceived(packets));
    }

    /** What the session does next, on its logic thread. */
    private void post(Runnable task) {
        LogicExecutor turn = session.add(task);
        if (turn != null) {
            loop.post(turn, session);
        }
    }

    /** The client has logged in. On the logic thread. */
    void onLoggedIn() {
        server.slots().loggedIn(slot);
    }

    /** Packets of one read have been handled. On the logic thread. */
    void onHandled(int packets) {
        backpressure.onHandled(packets);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        backpressure.onWritabilityChanged();
    }

    /**
     * Writes the output of one round of the logic thread.
     *
     * @param last whether the connection is to be closed after it
     */
    void write(@Nullable ByteBuf bytes, boolean last) {
        if (bytes != null) {
            server.counters().bytesSent.add(bytes.readableBytes());
            channel.write(bytes, channel.voidPromise());
        }
        if (last) {
            endInput();
            LingeringClose.start(channel);
        } else if (bytes != null) {
            channel.flush();
            cutWhenFull();
        }
    }

    private void cutWhenFull() {
        int most = server.limits().maxPendingOutput();
        if (most > 0
                && backpressure.isSlow()
                && channel.bytesBeforeWritable() + Limits.NOT_SLOW_BYTES > most) {
            cutSlow("over " + most + " bytes unread");
        }
    }

    /** Called now and then by {@link IoLoop}. */
    void sweep(long now) {
        if (ended) {
            if (now - endedAt >= LAST_WORDS_NANOS) {
                closeNow();
            }
            return;
        }
        CloseReason passed = timeouts.passed(now, session.state());
        if (passed == CloseReason.SLOW_CONSUMER) {
            cutSlow("did not read for the slow-consumer timeout");
        } else if (passed != null) {
            end(passed, "its time is up");
        }
    }

    /** Sends a packet in the order of what was received: after the answers to it. */
    void send(Packet packet) {
        post(() -> session.send(packet));
    }

    /** Closes the session when what was received has been handled. */
    void close(CloseReason reason) {
        post(() -> session.close(reason));
    }

    /** Ends the session in good order: answers what was asked before, says why, closes. */
    private void end(CloseReason reason, String detail) {
        if (ended) {
            return;
        }
        warn(reason, detail);
        handOver();
        endInput();
        close(reason);
    }

    /** Ends the session at once: the client would not read any last words. */
    private void cutSlow(String detail) {
        reason = CloseReason.SLOW_CONSUMER;
        warn(reason, detail);
        endInput();
        closeNow();
    }

    /** Closes the socket without another word. */
    void closeNow() {
        LingeringClose.closeNow(channel);
    }

    private void endInput() {
        if (!ended) {
            ended = true;
            endedAt = loop.now();
            backpressure.turnOff();
        }
    }

    private void warn(CloseReason reason, String detail) {
        server.log().ended(session.id(), session.remoteAddress(), reason, detail);
    }

    /** A client that has said all it wants to say still gets its answers. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent && !ended) {
            handOver();
            endInput();
            close(CloseReason.PEER_CLOSED);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        handOver();
        post(() -> session.onDisconnected(reason));
    }

    /** Decides whose fault it was: the peer's, the network's, or ours. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (cause instanceof FrameSizeException) {
            end(CloseReason.BAD_FRAME, String.valueOf(cause.getMessage()));
        } else if (cause.getCause() instanceof SSLException tls) {
            end(CloseReason.BAD_TLS, String.valueOf(tls.getMessage()));
        } else if (cause instanceof IOException) {
            log.debug("connection broke session={} cause={}", session.id(), cause.toString());
            closeNow();
        } else {
            server.log().failed(session.id(), "the connection", cause);
            end(CloseReason.HANDLER_FAILED, cause.toString());
        }
    }

    IoLoop loop() {
        return loop;
    }
}
