package gameserver.fuzz;

import gameserver.net.client.Dialect;
import gameserver.net.packet.Packet;
import gameserver.net.server.ManualServer;
import gameserver.net.session.SessionState;
import java.util.List;
import java.util.function.Function;

/** A server, what can be said to it, and what only it can tell of itself. */
interface ServerUnderFuzz extends AutoCloseable {
    ManualServer server();

    Dialect dialect();

    List<Function<Input, Packet>> packets();

    /** Of a client that has just connected. */
    default SessionState initialState() {
        return SessionState.CONNECTED;
    }

    /** Users that a room holds. */
    default int roomSize() {
        return 0;
    }

    /** Something else goes wrong than what clients do. */
    default void disturb(Input input) {}

    /** Nothing goes wrong from now on. */
    default void recover() {}

    /** Whether something has gone wrong that not all answers come in spite of. */
    default boolean isDisturbed() {
        return false;
    }

    /** Users that are logged in. */
    default long users() {
        return 0;
    }

    /** Places in rooms that are taken. */
    default long takenPlaces() {
        return 0;
    }

    /** Invitations that are open. */
    default long invitations() {
        return 0;
    }

    /** What has to hold whenever nothing is left to do. */
    default void assertSettled() {}

    /** What has to hold when all clients are gone and the time of everything is over. */
    default void assertOver() {}

    @Override
    default void close() {
        server().close();
    }
}
