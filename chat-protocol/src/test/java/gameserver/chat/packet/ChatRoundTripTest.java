package gameserver.chat.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read back. A new packet needs a sample in {@link ChatSamples}. */
class ChatRoundTripTest {
    private static final String SAMPLES = "gameserver.chat.packet.ChatSamples#all";

    @Test
    void everyTypeOfTheCatalogueHasASample() {
        Set<PacketType<?>> sampled =
                ChatSamples.all().<PacketType<?>>map(Packet::type).collect(Collectors.toSet());

        assertEquals(Set.copyOf(ChatPackets.CATALOG.types()), sampled);
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void isReadBackAsItWasWritten(Packet packet) {
        assertEquals(packet, ChatWire.decode(ChatWire.encode(packet)));
    }

    @ParameterizedTest
    @MethodSource(SAMPLES)
    void saysTheClassOfItsType(Packet packet) {
        assertEquals(packet.getClass(), packet.type().packetClass());
    }

    @Test
    void aListOfUsersDoesNotSeeALaterChange() {
        List<RoomUser> users = new ArrayList<>(List.of(new RoomUser(1, "alice")));
        RoomUserListNotify packet = new RoomUserListNotify(users);

        users.clear();

        assertEquals(List.of(new RoomUser(1, "alice")), packet.users());
        assertThrows(UnsupportedOperationException.class, () -> packet.users().clear());
    }

    @Test
    void textForALoginBecomesUtf8() {
        assertEquals("alice", LoginRequest.of("alice", "안녕").userId().toText());
        assertEquals("안녕", LoginRequest.of("alice", "안녕").password().toText());
    }
}
