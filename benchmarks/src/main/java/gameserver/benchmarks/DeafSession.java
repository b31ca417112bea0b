package gameserver.benchmarks;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Packet;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;

/** A session in one state, from its opening to its end, whose client hears nothing. */
record DeafSession(SessionState state, Blackhole blackhole) implements Session {
    @Override
    public long id() {
        return 1;
    }

    @Override
    public SocketAddress remoteAddress() {
        return InetSocketAddress.createUnresolved("nowhere", 0);
    }

    @Override
    public void send(Packet packet) {
        blackhole.consume(packet);
    }

    @Override
    public void close(CloseReason reason) {
        throw new UnsupportedOperationException("close");
    }

    @Override
    public void moveTo(SessionState state) {
        throw new UnsupportedOperationException("moveTo");
    }

    @Override
    public void describe(String description) {
        throw new UnsupportedOperationException("describe");
    }

    @Override
    public void continueOn(LogicExecutor next, Runnable then) {
        throw new UnsupportedOperationException("continueOn");
    }

    @Override
    public <T> void await(
            CompletionStage<T> result,
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then) {
        throw new UnsupportedOperationException("await");
    }
}
