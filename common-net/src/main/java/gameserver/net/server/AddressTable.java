package gameserver.net.server;

import gameserver.net.session.RefusalReason;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many connections each client address has. An address of IPv6 is its first 64 bits: whoever
 * has one address has the other 2<sup>64</sup> of that network as well.
 *
 * <p>It holds the addresses that have a connection, and those that had one within the last two
 * seconds, so that coming and going does not help against the rate. The former are as many as there
 * are connections at most, the latter {@value #MAX_RECENT}.
 *
 * <p>Belongs to the lock of {@link SessionSlots}.
 */
final class AddressTable {
    /** Addresses without a connection that are remembered. The oldest of them gives way. */
    static final int MAX_RECENT = 10_000;

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long BURST = 2 * SECOND;

    private static final int IPV4_BYTES = 4;

    private final AddressLimits limits;
    private final LongSupplier nanoTime;
    private final Map<Long, Address> connected = new HashMap<>();

    /** Without a connection, those first that are without one for longest. */
    private final Map<Long, Address> recent = new LinkedHashMap<>();

    /** What is counted of one address. */
    static final class Address {
        private final Long key;
        private int connections;
        private int unauthenticated;

        /** When as many connections as ever may come at once again, in nanoseconds. */
        private long burstAgainAt;

        private Address(Long key, long now) {
            this.key = key;
            this.burstAgainAt = now;
        }
    }

    AddressTable(AddressLimits limits, LongSupplier nanoTime) {
        this.limits = limits;
        this.nanoTime = nanoTime;
    }

    /** Counts one more connection of {@code peer}, or tells why it may not have one. */
    @Nullable RefusalReason tryAdd(Slot slot, @Nullable InetAddress peer) {
        if (limits.areOff() || isExempt(peer)) {
            return null;
        }
        long now = nanoTime.getAsLong();
        Long key = key(peer);
        Address address = find(key, now);
        RefusalReason refusal = refusal(address, now);
        if (refusal == null) {
            recent.remove(key);
            connected.put(key, address);
            slot.address = address;
            add(slot, address, now);
        }
        return refusal;
    }

    private boolean isExempt(@Nullable InetAddress peer) {
        return peer != null && peer.isLoopbackAddress() && !limits.loopback();
    }

    private Address find(Long key, long now) {
        Address address = connected.get(key);
        if (address == null) {
            address = recent.get(key);
        }
        return address != null ? address : new Address(key, now);
    }

    private @Nullable RefusalReason refusal(Address address, long now) {
        if (isReached(limits.connections(), address.connections)) {
            return RefusalReason.ADDRESS_CONNECTIONS;
        }
        if (isReached(limits.unauthenticated(), address.unauthenticated)) {
            return RefusalReason.ADDRESS_UNAUTHENTICATED;
        }
        if (limits.perSecond() > 0 && burstAgainAfterOneMore(address, now) - now > BURST) {
            return RefusalReason.ADDRESS_RATE;
        }
        return null;
    }

    private static boolean isReached(int limit, int count) {
        return limit > 0 && count >= limit;
    }

    private void add(Slot slot, Address address, long now) {
        address.connections++;
        if (limits.unauthenticated() > 0) {
            address.unauthenticated++;
            slot.isUnauthenticated = true;
        }
        if (limits.perSecond() > 0) {
            address.burstAgainAt = burstAgainAfterOneMore(address, now);
        }
    }

    /**
     * When the whole burst is there again after one more connection. This one number is a token
     * bucket: each connection takes what fills again in its share of a second, and the bucket holds
     * two seconds' worth.
     */
    private long burstAgainAfterOneMore(Address address, long now) {
        long waiting = Math.max(0, address.burstAgainAt - now);
        return now + waiting + SECOND / limits.perSecond();
    }

    /** The client of {@code slot} has logged in. Does nothing when it has before. */
    void loggedIn(Slot slot) {
        if (slot.address != null && slot.isUnauthenticated) {
            slot.isUnauthenticated = false;
            slot.address.unauthenticated--;
        }
    }

    /** The connection is gone, and its address with it if it was the last one. */
    void remove(Slot slot) {
        Address address = slot.address;
        if (address == null) {
            return;
        }
        loggedIn(slot);
        slot.address = null;
        address.connections--;
        if (address.connections == 0) {
            connected.remove(address.key);
            remember(address);
        }
    }

    private void remember(Address address) {
        if (address.burstAgainAt - nanoTime.getAsLong() <= 0) {
            return;
        }
        recent.put(address.key, address);
        if (recent.size() > MAX_RECENT) {
            recent.remove(recent.keySet().iterator().next());
        }
    }

    /** Forgets addresses whose burst is there again. */
    void forget() {
        long now = nanoTime.getAsLong();
        recent.values().removeIf(address -> address.burstAgainAt - now <= 0);
    }

    /** Addresses that take memory now. */
    int size() {
        return connected.size() + recent.size();
    }

    /**
     * An address of IPv4 has a number that is no network of IPv6: those under 2^32 are not given to
     * anybody.
     */
    private static Long key(@Nullable InetAddress peer) {
        if (peer == null) {
            return 0L; // Gone before anybody asked for its address: all of these are one.
        }
        ByteBuffer bytes = ByteBuffer.wrap(peer.getAddress());
        return bytes.remaining() == IPV4_BYTES
                ? Integer.toUnsignedLong(bytes.getInt())
                : bytes.getLong();
    }
}
