package gameserver.net.server;

import gameserver.net.server.AddressTable.Address;
import org.jspecify.annotations.Nullable;

/** The place of one connection. Belongs to the lock of the {@link SessionSlots} that gave it. */
final class Slot {
    /** The id of the session, once the place is taken. It does not change after that. */
    private long id;

    /** Where the connection is counted; null when its address has no limits. */
    @Nullable Address address;

    /** Whether it is counted as one that has not logged in. */
    boolean isUnauthenticated;

    void id(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }
}
