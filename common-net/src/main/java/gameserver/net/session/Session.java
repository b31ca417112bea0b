package gameserver.net.session;

import gameserver.net.packet.Packet;
import java.net.SocketAddress;

/**
 * One connected client, as the application sees it.
 *
 * <p><strong>Threads:</strong> {@link #send}, {@link #close}, {@link #id} and {@link
 * #remoteAddress} may be called from any thread; a thread's calls take effect in its order. {@link
 * #state} and {@link #moveTo} belong to the session's logic thread.
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
}
