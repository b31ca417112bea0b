package gameserver.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.client.Dialect;
import gameserver.net.codec.PacketDecoder;
import gameserver.net.codec.PacketEncoder;
import gameserver.net.packet.Packet;
import gameserver.net.session.SessionState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clients of a server, and what has to hold of all of them together. */
final class Clients {
    static final int MOST = 4;

    private final ServerUnderFuzz subject;
    private final @Nullable FuzzClient[] clients = new FuzzClient[MOST];
    private final Bets bets = new Bets();
    private final PacketDecoder questions;
    private final PacketDecoder answers;
    private final PacketEncoder encoder;

    Clients(ServerUnderFuzz subject) {
        Dialect dialect = subject.dialect();
        this.subject = subject;
        this.questions = new PacketDecoder(dialect.catalog().toServer(), dialect.format());
        this.answers = new PacketDecoder(dialect.catalog().toClient(), dialect.format());
        this.encoder = new PacketEncoder(dialect.format());
    }

    /** The client of that number, which connects if it is not connected. */
    FuzzClient get(int number) {
        FuzzClient client = clients[number];
        if (client == null || !client.isOpen()) {
            Knowledge nothing = new Knowledge(subject.initialState(), subject.roomSize(), bets);
            client = new FuzzClient(subject.server(), questions, answers, encoder, nothing);
            clients[number] = client;
        }
        return client;
    }

    /** Closes a connection from the client's side. What is still on its way is not heard. */
    void vanish(int number) {
        FuzzClient client = clients[number];
        if (client != null) {
            clients[number] = null;
            client.vanish();
        }
    }

    /** Everybody hears what has come. Those whose connection has been closed are gone then. */
    void hear() {
        for (int i = 0; i < MOST; i++) {
            FuzzClient client = clients[i];
            if (client != null) {
                client.hear();
                if (!client.isOpen()) {
                    clients[i] = null;
                }
            }
        }
    }

    private Stream<FuzzClient> open() {
        return Stream.of(clients).filter(Objects::nonNull);
    }

    /** What holds when nothing is left to do: the server knows what the clients know. */
    void assertSettled() {
        open().forEach(FuzzClient::assertSettled);
        assertEquals(open().count(), subject.server().openSessions());
        assertUsers();
        subject.assertSettled();
    }

    private void assertUsers() {
        Map<String, Knowledge> users = new HashMap<>();
        long inRoom = 0;
        long invitations = 0;
        for (FuzzClient client : open().toList()) {
            Knowledge knowledge = client.knowledge();
            String id = knowledge.userId();
            if (id != null) {
                assertEquals(null, users.put(id, knowledge), "logged in twice");
            }
            inRoom += knowledge.state() == SessionState.IN_ROOM ? 1 : 0;
            invitations += knowledge.openInvitations();
        }
        if (subject.initialState() == SessionState.CONNECTED) {
            assertEquals(users.size(), subject.users(), "users");
            assertEquals(inRoom, subject.takenPlaces(), "places");
            assertEquals(invitations, subject.invitations(), "invitations");
            users.values().forEach(user -> assertRoom(user, users));
        }
    }

    /** All in a room know of each other, and have heard the same since both are there. */
    private static void assertRoom(Knowledge user, Map<String, Knowledge> users) {
        for (String member : user.members().values()) {
            Knowledge other = users.get(member);
            assertTrue(other != null, () -> member + " is not there: " + user);
            assertEquals(user.members(), other.members());
            assertEquals(user.room(), other.room());
            List<Packet> one = user.heardInRoom();
            List<Packet> two = other.heardInRoom();
            int both = Math.min(one.size(), two.size());
            assertEquals(last(both, one), last(both, two));
        }
    }

    private static List<Packet> last(int count, List<Packet> packets) {
        return packets.subList(packets.size() - count, packets.size());
    }

    /** Nobody still waits for chips when rounds are over. */
    void assertPaid() {
        open().forEach(client -> assertEquals(0, bets.unpaidOf(client.knowledge()), "unpaid bets"));
    }
}
