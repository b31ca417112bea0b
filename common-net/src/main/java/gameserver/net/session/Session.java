package gameserver.net.session;

import gameserver.net.logic.LogicExecutor;
import gameserver.net.packet.Packet;
import java.net.SocketAddress;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One connected client, as the application sees it. What comes from it is handled in order and one
 * thing at a time, on one logic thread; which one that is may change, see {@link #continueOn}.
 *
 * <p><strong>Threads:</strong> {@link #send}, {@link #close}, {@link #id} and {@link
 * #remoteAddress} may be called from any thread; a thread's calls take effect in its order. {@link
 * #state}, {@link #moveTo} and {@link #describe} belong to the session's logic thread.
 */
public interface Session {
    /** Unique for the life of the server; starts at 1. */
    long id();

    SocketAddress remoteAddress();

    /**
     * Sends a packet, with everything else that this round of the logic thread sends. Does nothing
     * once the session is closed: whoever sends can't know.
     */
    void send(Packet packet);

    /**
     * Ends the session: what was sent before still leaves, then the notice of {@code reason}, then
     * the connection is closed. Packets that wait are not handled any more. The first reason given
     * is the one reported; later calls do nothing.
     */
    void close(CloseReason reason);

    SessionState state();

    /** Records that the client has logged in, has entered a room, or has left it. */
    void moveTo(SessionState state);

    /**
     * Says what a log may call this session besides its id: who it is and where, as far as an
     * operator has to know. Empty to begin with.
     */
    void describe(String description);

    /**
     * Goes on on another logic thread: {@code then} runs there first, and all that comes after is
     * handled there. What was sent before leaves before anything that is sent there. Until then
     * nothing of this session is handled, so no disconnect and no request falls in between.
     *
     * <p>To be called by a handler of this session, as its last step.
     */
    void continueOn(LogicExecutor next, Runnable then);

    /**
     * Waits for {@code result} without keeping the logic thread from other sessions. Nothing of
     * this session is handled meanwhile; {@code then} gets the result, or the failure, and runs
     * also when the client is gone by then. Whoever completes the result has to do so in bounded
     * time.
     *
     * <p>To be called by a handler of this session, as its last step.
     */
    <T> void await(
            CompletionStage<T> result,
            BiConsumer<? super @Nullable T, ? super @Nullable Throwable> then);
}
