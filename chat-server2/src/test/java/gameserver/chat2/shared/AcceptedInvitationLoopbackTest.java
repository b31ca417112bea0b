package gameserver.chat2.shared;

import static gameserver.chat2.shared.TwoServers.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.client.NetClient;
import gameserver.net.testing.TestServer;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An invitation that was accepted by a user who does not come: a place is kept for that user, and
 * the inviter hears how it ended once the place is given back.
 */
@Timeout(60)
final class AcceptedInvitationLoopbackTest {
    private final TwoServers servers = new TwoServers();
    private NetClient alice;
    private NetClient bob;
    private long invitation;

    /** Redis knows that bob has accepted, and his server stops there. */
    @BeforeEach
    void bobIsExpected() throws Exception {
        alice = servers.user(servers.first(), "alice");
        bob = servers.user(servers.second(), "bob");
        assertTrue(enter(alice, 1).result().isSuccess());
        alice.send(new InviteRequest("bob"));
        invitation = hear(alice, InviteResponse.class).invitationId();
        assertEquals(new InviteNotify(invitation, 1, "alice"), hear(bob, InviteNotify.class));
        assertEquals(new Reply(1, 1), call(servers.second(), Script.ANSWER, invitation, "bob", 1));
    }

    @AfterEach
    void end() {
        servers.close();
    }

    private static RoomEnterResponse enter(NetClient client, int room) throws Exception {
        client.send(new RoomEnterRequest(room));
        return hear(client, RoomEnterResponse.class);
    }

    private static Reply call(SharedChat server, Script script, Object... args) throws Exception {
        return Objects.requireNonNull(server.link())
                .call(script, args)
                .toCompletableFuture()
                .get(TestServer.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {RoomEnterRequest.ANY_ROOM, 2})
    void isDeclinedByEnteringAnotherRoom(int room) throws Exception {
        assertTrue(enter(bob, room).result().isSuccess());

        assertEquals(
                new InviteAnswerNotify(invitation, false, "bob"),
                hear(alice, InviteAnswerNotify.class));
    }

    @Test
    void isDeclinedByTheEndOfTheServerOfTheInvited() throws Exception {
        assertEquals(new Reply(0, 0), call(servers.second(), Script.PART));

        assertEquals(
                new InviteAnswerNotify(invitation, false, "bob"),
                hear(alice, InviteAnswerNotify.class));
        assertEquals(0, servers.first().invitations.count());
    }

    @Test
    void isDeclinedByLosingTheConnection() throws Exception {
        bob.close();

        assertEquals(
                new InviteAnswerNotify(invitation, false, "bob"),
                hear(alice, InviteAnswerNotify.class));
    }
}
