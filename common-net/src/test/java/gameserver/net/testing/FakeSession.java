package gameserver.net.testing;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Packet;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A session without a connection, which keeps what it is told. */
public final class FakeSession implements Session {
    private final List<Packet> sent = new ArrayList<>();
    private SessionState state;
    private String description = "";
    private @Nullable CloseReason closedFor;

    public FakeSession(SessionState state) {
        this.state = state;
    }

    /** Everything that was sent, in order. */
    public List<Packet> sent() {
        return List.copyOf(sent);
    }

    /** What was sent since this was asked last. */
    public List<Packet> takeSent() {
        List<Packet> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }

    /** Null while the session is open. */
    public @Nullable CloseReason closedFor() {
        return closedFor;
    }

    @Override
    public long id() {
        return 1;
    }

    @Override
    public SocketAddress remoteAddress() {
        return InetSocketAddress.createUnresolved("fake", 1);
    }

    @Override
    public void send(Packet packet) {
        sent.add(packet);
    }

    @Override
    public void close(CloseReason reason) {
        closedFor = reason;
    }

    @Override
    public void continueOn(LogicExecutor next, Runnable then) {
        next.execute(then);
    }

    @Override
    public <T> void await(
            CompletionStage<T> result,
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then) {
        result.whenComplete(then);
    }

    @Override
    public SessionState state() {
        return state;
    }

    @Override
    public void moveTo(SessionState state) {
        this.state = state;
    }

    @Override
    public void describe(String description) {
        this.description = description;
    }

    /** What a log would call it. */
    public String description() {
        return description;
    }
}
