package gameserver.net.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.testing.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketCatalogTest {
    private static PacketType<Echo> echoAs(int id, String name) {
        return PacketType.both(id, name, Echo.class, in -> new Echo(in.rest("payload")));
    }

    private static PacketType<PingRequest> pingAs(int id, String name) {
        return PacketType.toServer(id, name, PingRequest.class, in -> new PingRequest(null));
    }

    @Test
    void refusesTwoTypesWithOneIdAndNamesBoth() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PacketCatalog.of(echoAs(9001, "FIRST"), pingAs(9001, "SECOND")));

        Messages.assertNames(refusal, "FIRST", "SECOND", "9001");
    }

    @Test
    void refusesOneClassWithTwoIdsAndNamesBoth() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PacketCatalog.of(echoAs(9001, "FIRST"), echoAs(9002, "SECOND")));

        Messages.assertNames(refusal, "FIRST", "SECOND", Echo.class.getName());
    }

    @Test
    void refusesADuplicateThatIsAddedLater() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CommonPackets.CATALOG.with(echoAs(9001, "LATER")));
    }

    @Test
    void findsTheGreatestIdThatAHeaderCanSay() {
        PacketType<Echo> greatest = echoAs(65535, "GREATEST");

        assertSame(greatest, PacketCatalog.of(greatest).find(65535));
    }

    @Test
    void findsTheLeastId() {
        PacketType<Echo> least = echoAs(0, "LEAST");

        assertSame(least, PacketCatalog.of(least).find(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 102, 200, 204, 65535})
    void findsNothingForAnUnknownId(int id) {
        assertNull(CommonPackets.CATALOG.find(id));
    }

    @Test
    void findsNothingInAnEmptyCatalogue() {
        assertNull(PacketCatalog.of().find(0));
        assertNull(PacketCatalog.of().find(65535));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void refusesAnIdThatNoHeaderCanSay(int id) {
        assertThrows(IllegalArgumentException.class, () -> echoAs(id, "OUTSIDE"));
    }

    @Test
    void aServerReceivesWhatIsNotMeantForClients() {
        assertEquals(
                List.of(Echo.TYPE, PingRequest.TYPE), CommonPackets.CATALOG.toServer().types());
    }

    @Test
    void aClientReceivesWhatIsNotMeantForServers() {
        assertEquals(
                List.of(Echo.TYPE, PingResponse.TYPE, ErrorNotify.TYPE),
                CommonPackets.CATALOG.toClient().types());
    }

    @Test
    void hasTheIdsOfTheProtocol() {
        assertEquals(101, Echo.TYPE.id());
        assertEquals(201, PingRequest.TYPE.id());
        assertEquals(202, PingResponse.TYPE.id());
        assertEquals(203, ErrorNotify.TYPE.id());
    }
}
