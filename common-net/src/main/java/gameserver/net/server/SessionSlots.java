package gameserver.net.server;

import gameserver.net.session.RefusalReason;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The places for open connections: up to a limit in all, and up to the limits of their addresses.
 *
 * <p>Any thread may call. The one that accepts takes places, event loops release them, and logic
 * threads tell of logins; each holds the lock for a few operations on maps, once or twice in a
 * session's life and never for a packet.
 */
final class SessionSlots {
    private final int limit;
    private final AddressTable addresses;
    private int taken;
    private long lastId;

    SessionSlots(int limit, AddressTable addresses) {
        this.limit = limit;
        this.addresses = addresses;
    }

    /**
     * Takes a place.
     *
     * @param peer where the client is, or null when that is not known any more
     * @return why there is none, or null when {@code slot} has one
     */
    synchronized @Nullable RefusalReason tryTake(Slot slot, @Nullable InetAddress peer) {
        if (taken == limit) {
            return RefusalReason.SERVER_FULL;
        }
        RefusalReason refusal = addresses.tryAdd(slot, peer);
        if (refusal == null) {
            taken++;
            slot.id(++lastId);
        }
        return refusal;
    }

    /** The client of {@code slot} has logged in. May come late, when the place is released. */
    synchronized void loggedIn(Slot slot) {
        addresses.loggedIn(slot);
    }

    synchronized void release(Slot slot) {
        addresses.remove(slot);
        taken--;
        if (taken == 0) {
            notifyAll();
        }
    }

    /** Forgets addresses that nothing is to be remembered of. To be called about once a second. */
    synchronized void forgetAddresses() {
        addresses.forget();
    }

    synchronized int taken() {
        return taken;
    }

    /** Client addresses that take memory now. */
    synchronized int addresses() {
        return addresses.size();
    }

    /** Waits until no place is taken; false when that takes longer than {@code timeout}. */
    synchronized boolean awaitNone(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        try {
            while (taken > 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
