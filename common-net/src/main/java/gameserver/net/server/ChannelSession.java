package gameserver.net.server;

import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import io.netty.buffer.ByteBuf;
import java.net.SocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The half of a session that its logic thread owns: the application's context, the output of the
 * current round, the end. The other half, {@link Connection}, belongs to the event loop of the
 * channel. Each reaches the other by tasks only.
 */
final class ChannelSession<C> implements Session {
    private static final Logger log = LoggerFactory.getLogger(ChannelSession.class);

    private final long id;
    private final SocketAddress remoteAddress;
    private final Connection<C> connection;
    private final Outbox outbox;
    private final ServerContext<C> server;

    /** Written by the logic thread; the event loop reads it too, for the login timeout. */
    private volatile SessionState state;

    /** From "opened" to "closed"; never there when the application failed to open it. */
    private @Nullable C context;

    /** What was sent in this round, for {@link Outbox} to fill and to hand over. */
    private @Nullable ByteBuf output;

    /** Set by the first close: nothing is handled or sent after it. */
    private @Nullable CloseReason closeReason;

    ChannelSession(
            long id,
            SocketAddress remoteAddress,
            Connection<C> connection,
            Outbox outbox,
            ServerContext<C> server) {
        this.id = id;
        this.remoteAddress = remoteAddress;
        this.connection = connection;
        this.outbox = outbox;
        this.server = server;
        this.state = server.application().initialState();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public SocketAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public void moveTo(SessionState state) {
        outbox.logic().requireCurrent(this);
        this.state = state;
    }

    @Override
    public void send(Packet packet) {
        if (!outbox.logic().isCurrent()) {
            outbox.logic().execute(() -> send(packet));
        } else if (closeReason == null) {
            outbox.send(this, packet);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (!outbox.logic().isCurrent()) {
            outbox.logic().execute(() -> close(reason));
        } else if (closeReason == null) {
            reason.notice().ifPresent(notice -> outbox.send(this, ErrorNotify.of(notice)));
            closeFor(reason);
            outbox.close(this);
            outbox.logic().execute(() -> onClosed(reason));
        }
    }

    /** The connection is there. The first task of a session. */
    void onOpened() {
        outbox.logic().requireCurrent(this);
        try {
            context = server.application().listener().onOpened(this);
        } catch (RuntimeException | Error e) {
            fail("onOpened", e);
        }
    }

    /** What one read has brought. */
    void onReceived(List<Received> batch) {
        outbox.logic().requireCurrent(this);
        for (Received received : batch) {
            C context = this.context;
            if (closeReason != null || context == null) {
                return;
            }
            try {
                server.application().handlers().dispatch(this, context, received);
            } catch (RuntimeException | Error e) {
                fail(name(received), e);
            }
        }
    }

    /** The connection is gone. */
    void onDisconnected(CloseReason reason) {
        outbox.logic().requireCurrent(this);
        if (closeReason == null) {
            closeFor(reason);
            onClosed(reason);
        }
    }

    /** Counted before the client can see the end, and before the application hears of it. */
    private void closeFor(CloseReason reason) {
        closeReason = reason;
        server.counters().closed(reason).increment();
    }

    /** The last of a session: runs once, after the first close or the loss of the connection. */
    private void onClosed(CloseReason reason) {
        log.debug("session closed id={} reason={}", id, reason.label());
        C context = this.context;
        this.context = null;
        if (context != null) {
            server.application().listener().onClosed(context, reason);
        }
    }

    /** The type alone: what is in a packet, a password or a chat line, is not for a log. */
    private static String name(Received received) {
        return received instanceof Packet packet ? packet.type().toString() : "no packet";
    }

    private void fail(String what, Throwable cause) {
        log.error("handler failed session={} at={}", id, what, cause);
        close(CloseReason.HANDLER_FAILED);
    }

    boolean isClosed() {
        return closeReason != null;
    }

    Connection<C> connection() {
        return connection;
    }

    @Nullable ByteBuf output() {
        return output;
    }

    void output(ByteBuf output) {
        this.output = output;
    }

    /** What was sent in this round, which is over with that. The caller has to release it. */
    @Nullable ByteBuf takeOutput() {
        ByteBuf taken = output;
        output = null;
        return taken;
    }

    @Override
    public String toString() {
        return "session " + id;
    }
}
