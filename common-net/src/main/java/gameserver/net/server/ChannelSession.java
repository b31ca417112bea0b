package gameserver.net.server;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Received;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import io.netty.buffer.ByteBuf;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The half of a session that its logic thread owns: the application's context, the output of the
 * current round, the end. The other half, {@link Connection}, belongs to the event loop of the
 * channel. Each reaches the other by tasks only. As a task it does what is to be done for it next.
 */
final class ChannelSession<C> implements Session, Runnable {
    private static final Logger log = LoggerFactory.getLogger(ChannelSession.class);

    private final long id;
    private final SocketAddress remoteAddress;
    private final Connection<C> connection;
    private final SessionTasks tasks = new SessionTasks();
    private final ServerContext<C> server;

    private final FromElsewhere fromElsewhere = new FromElsewhere();

    /** Of the logic thread that this session is on. Changes when it goes on on another. */
    private volatile Outbox outbox;

    /** Written by the logic thread; the event loop reads it too, for the login timeout. */
    private volatile SessionState state;

    /** Written by the logic thread, read by whoever logs. */
    private volatile String description = "";

    /** From "opened" to "closed"; never there when the application failed to open it. */
    private @Nullable C context;

    /** The session has come to its logic thread, and nothing was sent there yet. */
    private boolean hasMoved;

    /**
     * The packets of a read that is being handled, of which some may wait for the end of a pause.
     */
    private @Nullable Batch batch;

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

    /**
     * Adds what is to be done next. Any thread may call it.
     *
     * @return the logic thread that the caller has to post this session to, or null when that is
     *     seen to already
     */
    @Nullable LogicExecutor add(Runnable task) {
        return tasks.add(task) ? outbox.logic() : null;
    }

    /** Does what is to be done. On the logic thread. */
    @Override
    public void run() {
        LogicExecutor logic = outbox.logic();
        logic.requireCurrent(this);
        if (tasks.takeTurn(logic)) {
            logic.execute(this);
        }
    }

    /** From any thread but the one that this session is on. */
    private void post(Runnable task) {
        LogicExecutor turn = add(task);
        if (turn != null) {
            turn.execute(this);
        }
    }

    @Override
    public void continueOn(LogicExecutor next, Runnable then) {
        outbox.logic().requireCurrent(this);
        tasks.pause();
        outbox.move(this, next, new Resumption(this, then));
    }

    @Override
    public <T> void await(
            CompletionStage<T> result,
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then) {
        LogicExecutor logic = outbox.logic();
        logic.requireCurrent(this);
        tasks.pause();
        result.whenComplete(
                (value, failure) ->
                        logic.execute(new Resumption(this, () -> then.accept(value, failure))));
    }

    /** Does what the pause was for, then goes on where it began. */
    void resume(Runnable then) {
        outbox.logic().requireCurrent(this);
        tasks.resume();
        guarded("the end of a pause", then);
        if (!tasks.isPaused()) {
            handleBatch();
        }
        if (!tasks.isPaused()) {
            run();
        }
    }

    @Override
    public void moveTo(SessionState state) {
        outbox.logic().requireCurrent(this);
        if (state.includes(SessionState.LOGGED_IN)
                && !this.state.includes(SessionState.LOGGED_IN)) {
            connection.onLoggedIn();
        }
        this.state = state;
    }

    @Override
    public void describe(String description) {
        outbox.logic().requireCurrent(this);
        this.description = description;
    }

    @Override
    public void send(Packet packet) {
        if (outbox.logic().isCurrent()) {
            catchUp();
            sendNow(packet);
        } else {
            post(fromElsewhere.keep(() -> sendNow(packet)));
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (outbox.logic().isCurrent()) {
            catchUp();
            closeNow(reason);
        } else {
            post(fromElsewhere.keep(() -> closeNow(reason)));
        }
    }

    /** Once after each move: what this thread has said before comes before what it says now. */
    private void catchUp() {
        if (hasMoved) {
            hasMoved = false;
            fromElsewhere.sayOwn(outbox.logic());
        }
    }

    private void sendNow(Packet packet) {
        if (closeReason == null) {
            outbox.send(this, packet);
        }
    }

    private void closeNow(CloseReason reason) {
        if (closeReason == null) {
            reason.notice().ifPresent(notice -> outbox.send(this, ErrorNotify.of(notice)));
            closeFor(reason);
            outbox.close(this);
            post(() -> onClosed(reason));
        }
    }

    /** The connection is there. The first task of a session. */
    void onOpened() {
        guarded("onOpened", () -> context = server.application().listener().onOpened(this));
    }

    /** What one read has brought. */
    void onReceived(List<Received> packets) {
        batch = new Batch(packets);
        handleBatch();
    }

    /** Up to its end, or to a pause. */
    private void handleBatch() {
        Batch batch = this.batch;
        if (batch == null) {
            return;
        }
        C context = this.context;
        while (batch.hasNext() && closeReason == null && context != null) {
            Received received = batch.next();
            try {
                server.application().handlers().dispatch(this, context, received);
            } catch (RuntimeException | Error e) {
                fail(name(received), e);
            }
            if (tasks.isPaused()) {
                return;
            }
        }
        this.batch = null;
        connection.onHandled(batch.size());
    }

    /** The connection is gone. */
    void onDisconnected(CloseReason reason) {
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
            guarded("onClosed", () -> server.application().listener().onClosed(context, reason));
        }
    }

    /** The type alone: what is in a packet, a password or a chat line, is not for a log. */
    private static String name(Received received) {
        return received instanceof Packet packet ? packet.type().toString() : "no packet";
    }

    /** Runs a method of the application. What it throws costs this session and no other. */
    private void guarded(String what, Runnable method) {
        try {
            method.run();
        } catch (RuntimeException | Error e) {
            fail(what, e);
        }
    }

    private void fail(String what, Throwable cause) {
        server.log().failed(id, what, cause);
        close(CloseReason.HANDLER_FAILED);
    }

    /** Goes on on another logic thread. On the one before. */
    void outbox(Outbox next) {
        hasMoved = true;
        outbox = next;
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
        String known = description;
        return known.isEmpty() ? "session " + id : "session " + id + " (" + known + ")";
    }
}
