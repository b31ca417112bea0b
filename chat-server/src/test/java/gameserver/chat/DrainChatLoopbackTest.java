package gameserver.chat;

import static gameserver.chat.Replies.came;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.Gate;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A chat that stops tells everyone, wherever they are, and closes their connections. */
@ExtendWith(NoLeaks.class)
final class DrainChatLoopbackTest {
    private static final Packet DRAINING = ErrorNotify.of(ErrorCode.SERVER_DRAINING);

    @Test
    void everyoneIsToldAndClosedAndHearsNothingElse() {
        try (ChatTestServer server = ChatTestServer.start()) {
            List<Guest> guests = new ArrayList<>();
            guests.add(server.connect());
            guests.add(server.login("outside"));
            for (int i = 0; i < 10; i++) {
                guests.add(server.guestIn(i / 3, "guest" + i));
            }
            guests.forEach(Guest::hearsWhatCame);
            long invitation = guests.get(2).invites("outside");
            guests.get(1).hears(Replies.invitation(invitation, 0, "guest0"));

            server.drain();

            guests.forEach(DrainChatLoopbackTest::assertToldAndClosed);
            assertEquals(0, server.server().openSessions());
        }
    }

    /** Told once, that is; besides, it may see those go who were closed earlier. */
    private static void assertToldAndClosed(Guest guest) {
        List<Packet> last = guest.hearsToTheEnd();
        assertEquals(1, Collections.frequency(last, DRAINING), last::toString);
        for (Packet packet : last) {
            assertTrue(
                    packet.equals(DRAINING)
                            || packet instanceof RoomLeaveUserNotify
                            || packet instanceof InviteAnswerNotify,
                    last::toString);
        }
    }

    @Test
    void aGuestInTheMiddleOfAFrameIsClosedAsWell() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            alice.hearsNothingMore().saysHex("0c00 db02 00 05");

            server.drain();

            alice.hears(DRAINING).hearsTheEnd();
        }
    }

    /** No login and no enter succeeds any more once its sender was told. */
    @Test
    void requestsThatWaitedAreAnsweredBeforeTheirSendersAreTold() throws Exception {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest stranger = server.connect().hearsNothingMore();
            try (Gate gate = server.hold()) {
                long before = server.packetsReceived();
                alice.asksToEnter(0);
                stranger.says(LoginRequest.of("bob", ""));
                Eventually.equal(before + 2, server::packetsReceived);
                CompletableFuture<Void> drain = CompletableFuture.runAsync(server::drain);
                Eventually.isTrue("draining", server.server()::isDraining);
                gate.open();
                drain.get();
            }

            alice.hears(Replies.entered(0, 1), DRAINING).hearsTheEnd();
            stranger.hears(Replies.LOGGED_IN, DRAINING).hearsTheEnd();
        }
    }

    @Test
    void whatWasSaidBeforeIsHeardBefore() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));
            for (int i = 0; i < 200; i++) {
                bob.chats("line " + i);
            }
            for (int i = 0; i < 200; i++) {
                bob.hears(Replies.said(2, "line " + i), Replies.CHATTED);
            }
            bob.hearsNothingMore(); // Now it has reached the other server, where there is one.

            server.drain();

            for (int i = 0; i < 200; i++) {
                alice.hears(Replies.said(2, "line " + i));
            }
            assertToldAndClosed(alice);
            assertToldAndClosed(bob);
        }
    }
}
