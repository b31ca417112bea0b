package gameserver.chat;

import static gameserver.chat.Replies.ANSWERED;
import static gameserver.chat.Replies.LEFT;
import static gameserver.chat.Replies.accepted;
import static gameserver.chat.Replies.answerRefused;
import static gameserver.chat.Replies.declined;
import static gameserver.chat.Replies.invitation;
import static gameserver.chat.Replies.inviteRefused;
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of a connection and an invitation or its answer, at once and in both orders. */
@ExtendWith(NoLeaks.class)
@ManyFrames
final class InvitationRaceLoopbackTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerAndThenTheEndOfTheInvitedIsAnsweredOrDeclined(boolean accept) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            for (int i = 0; i < 30; i++) {
                Guest bob = server.login("bob");
                long invitation = alice.invites("bob");

                bob.says(new InviteAnswerRequest(invitation, accept)).vanishes();

                // The answer may get lost with the connection; whatever came of it, it is told.
                Packet first = alice.hears();
                if (first instanceof RoomNewUserNotify user) {
                    assertTrue(accept);
                    alice.hears(accepted(invitation, "bob"), went(user.roomUserId()));
                } else {
                    assertEquals(declined(invitation, "bob"), first);
                }
                server.awaitUsers(1);
                alice.hearsNothingMore();
            }
        }
    }

    @Test
    void anAcceptThatMeetsTheEndOfTheInviterMovesTheInvitedOrFindsNothing() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.guestIn(1, "bob");
            for (int i = 0; i < 30; i++) {
                Guest alice = server.guestIn(0, "alice");
                long invitation = alice.invites("bob");
                bob.hears(invitation(invitation, 0, "alice"));

                both(i % 2 == 0, alice::vanishes, () -> bob.accepts(invitation));

                if (bob.hears().equals(ANSWERED)) {
                    bob.entered(0);
                    server.awaitUsers(1);
                    assertTrue(heard(bob).size() <= 1, "at most the leave of the inviter");
                    bob.asksToLeave().hears(LEFT);
                    bob.enters(1);
                }
                server.awaitUsers(1);
                bob.hearsNothingMore();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInvitationAndTheEndOfTheInvitedAreAnsweredOnceEach(boolean invitedGoesFirst) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            for (int i = 0; i < 30; i++) {
                Guest bob = server.login("bob");

                both(invitedGoesFirst, bob::vanishes, () -> alice.asksToInvite("bob"));

                InviteResponse response = alice.hears(InviteResponse.class);
                if (response.result().isSuccess()) {
                    alice.hears(declined(response.invitationId(), "bob"));
                } else {
                    assertEquals(inviteRefused(ErrorCode.INVITE_USER_NOT_FOUND), response);
                }
                server.awaitUsers(1);
                alice.hearsNothingMore();
            }
        }
    }

    @Test
    void anInvitationAndThenTheEndOfTheInviterReachesTheInvitedOrNobody() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("bob");
            for (int i = 0; i < 30; i++) {
                Guest alice = server.guestIn(0, "alice");
                alice.asksToInvite("bob").saysHex("0900").vanishes();
                server.awaitUsers(1);

                for (Packet packet : heard(bob)) {
                    long invitation = ((InviteNotify) packet).invitationId();
                    bob.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
                }
                bob.hearsNothingMore();
            }
        }
    }

    private static List<Packet> heard(Guest guest) {
        return guest.hearsWhatCame();
    }

    /** Two things on different connections, in this order or the other: the server may see any. */
    private static void both(boolean inThisOrder, Runnable one, Runnable other) {
        (inThisOrder ? one : other).run();
        (inThisOrder ? other : one).run();
    }
}
