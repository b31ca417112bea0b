package gameserver.net.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.session.RefusalReason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** At most 3 connections of an address, 2 of them not logged in, and 1 new one a second. */
class AddressTableTest {
    private static final InetAddress ALICE = address("203.0.113.1");
    private static final InetAddress BOB = address("203.0.113.2");

    private long now = Long.MAX_VALUE - 5; // The clock of the JVM may overflow.

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private AddressTable table(int connections, int unauthenticated, int perSecond) {
        AddressLimits limits = new AddressLimits(connections, unauthenticated, perSecond, false);
        return new AddressTable(limits, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private static Slot add(AddressTable table, @Nullable InetAddress peer) {
        Slot slot = new Slot();
        assertNull(table.tryAdd(slot, peer));
        return slot;
    }

    private static void assertRefused(
            RefusalReason reason, AddressTable table, @Nullable InetAddress peer) {
        assertEquals(reason, table.tryAdd(new Slot(), peer));
    }

    @Test
    void anAddressHasSoManyConnectionsAndNoneMore() {
        AddressTable table = table(3, 0, 0);
        Slot first = add(table, ALICE);
        add(table, ALICE);
        add(table, ALICE);

        assertRefused(RefusalReason.ADDRESS_CONNECTIONS, table, ALICE);
        add(table, BOB);

        table.remove(first);
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_CONNECTIONS, table, ALICE);
    }

    @Test
    void whoHasLoggedInMakesPlaceForAnotherThatHasNot() {
        AddressTable table = table(0, 2, 0);
        Slot first = add(table, ALICE);
        Slot second = add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_UNAUTHENTICATED, table, ALICE);
        add(table, BOB);

        table.loggedIn(first);
        table.loggedIn(first);
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_UNAUTHENTICATED, table, ALICE);

        table.remove(second);
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_UNAUTHENTICATED, table, ALICE);
    }

    @Test
    void aLoginThatIsToldAfterTheEndChangesNothing() {
        AddressTable table = table(0, 2, 0);
        Slot first = add(table, ALICE);
        add(table, ALICE);

        table.remove(first);
        table.loggedIn(first);

        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_UNAUTHENTICATED, table, ALICE);
    }

    @Test
    void newConnectionsComeInBurstsOfTwoSecondsWorth() {
        AddressTable table = table(0, 0, 1);
        add(table, ALICE);
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);
        add(table, BOB);

        pass(Duration.ofNanos(999_999_999));
        assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);
        pass(Duration.ofNanos(1));
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);

        pass(Duration.ofHours(1));
        add(table, ALICE);
        add(table, ALICE);
        assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);
    }

    @Test
    void comingAndGoingDoesNotHelpAgainstTheRate() {
        AddressTable table = table(0, 0, 1);
        table.remove(add(table, ALICE));
        table.forget();
        table.remove(add(table, ALICE));
        table.forget();

        assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);
    }

    @Test
    void aRefusedConnectionDoesNotProlongTheWaiting() {
        AddressTable table = table(0, 0, 1);
        add(table, ALICE);
        add(table, ALICE);
        for (int i = 0; i < 1000; i++) {
            assertRefused(RefusalReason.ADDRESS_RATE, table, ALICE);
        }

        pass(Duration.ofSeconds(1));

        add(table, ALICE);
    }

    @Test
    void theNetworkOfAnAddressOfVersionSixIsOneAddress() {
        AddressTable table = table(1, 0, 0);
        add(table, address("2001:db8:1:2::1"));

        assertRefused(
                RefusalReason.ADDRESS_CONNECTIONS, table, address("2001:db8:1:2:ffff:ffff::9"));
        add(table, address("2001:db8:1:3::1"));
    }

    @Test
    void anAddressOfVersionFourIsTheSameInsideOfVersionSix() {
        AddressTable table = table(1, 0, 0);
        add(table, ALICE);

        assertRefused(RefusalReason.ADDRESS_CONNECTIONS, table, address("::ffff:203.0.113.1"));
        add(table, address("::ffff:203.0.113.2"));
    }

    @Test
    void addressesThatNobodyKnowsAnyMoreAreOne() {
        AddressTable table = table(1, 0, 0);
        add(table, null);

        assertRefused(RefusalReason.ADDRESS_CONNECTIONS, table, null);
    }

    @Test
    void loopbackIsExemptUnlessToldOtherwise() {
        AddressTable exempt = table(1, 1, 1);
        AddressTable limited = new AddressTable(new AddressLimits(1, 0, 0, true), () -> now);
        for (String text : new String[] {"127.0.0.1", "127.1.2.3", "::1"}) {
            for (int i = 0; i < 10; i++) {
                add(exempt, address(text));
            }
            add(limited, address(text));
            assertRefused(RefusalReason.ADDRESS_CONNECTIONS, limited, address(text));
        }
        assertEquals(0, exempt.size());
    }

    @Test
    void anAddressWithoutConnectionsIsForgotten() {
        AddressTable table = table(3, 2, 1);
        Slot first = add(table, ALICE);
        Slot second = add(table, ALICE);
        table.loggedIn(first);
        table.remove(first);
        table.remove(second);

        table.forget();
        assertEquals(1, table.size(), "its rate is to be remembered");
        pass(Duration.ofSeconds(2));
        table.forget();
        assertEquals(0, table.size());
    }

    @Test
    void withoutARateItIsForgottenAtOnce() {
        AddressTable table = table(3, 2, 0);

        table.remove(add(table, ALICE));

        assertEquals(0, table.size());
    }

    @Test
    void anAttackerWithManyAddressesFillsNoMemory() {
        AddressTable table = table(3, 2, 1);
        for (int i = 0; i < 3 * AddressTable.MAX_RECENT; i++) {
            byte[] bytes = {10, (byte) (i >> 16), (byte) (i >> 8), (byte) i};
            table.remove(add(table, addressOf(bytes)));

            assertTrue(table.size() <= AddressTable.MAX_RECENT, "addresses: " + table.size());
        }
        assertEquals(AddressTable.MAX_RECENT, table.size());
    }

    private static InetAddress addressOf(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
