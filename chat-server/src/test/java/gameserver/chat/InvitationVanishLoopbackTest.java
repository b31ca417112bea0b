package gameserver.chat;

import static gameserver.chat.Replies.ANSWERED;
import static gameserver.chat.Replies.LEFT;
import static gameserver.chat.Replies.accepted;
import static gameserver.chat.Replies.answerRefused;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.declined;
import static gameserver.chat.Replies.entered;
import static gameserver.chat.Replies.here;
import static gameserver.chat.Replies.invitation;
import static gameserver.chat.Replies.inviteRefused;
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ends of an invitation may go at any moment. */
@ExtendWith(NoLeaks.class)
final class InvitationVanishLoopbackTest {
    /** The beginning of an answer, which never becomes a whole one. */
    private static final String HALF_AN_ANSWER = "0e00 1003 00 0100";

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theInvitedThatIsLostCountsAsDeclined(boolean inARoom) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest carol = server.guestIn(1, "carol");
            Guest bob = inARoom ? server.guestIn(1, "bob") : server.login("bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice")).saysHex(HALF_AN_ANSWER);

            bob.vanishes();

            alice.hears(declined(invitation, "bob")).hearsNothingMore();
            assertEquals(inARoom ? List.of(came(2, "bob"), went(2)) : List.of(), heard(carol));
            alice.asksToInvite("bob").hears(inviteRefused(ErrorCode.INVITE_USER_NOT_FOUND));
        }
    }

    @Test
    void theInviterThatIsLostEndsTheInvitation() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            alice.vanishes();
            server.awaitUsers(1);

            bob.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            bob.declines(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            bob.chats("still here").hears(Replies.said(1, "still here"), Replies.CHATTED);
            bob.hearsNothingMore();
            assertEquals(0, server.count(ChatUnderTest::invitations));
        }
    }

    @Test
    void theInviterThatLeavesItsRoomDoesNot() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            alice.asksToLeave().hears(LEFT);
            alice.enters(2);

            bob.accepts(invitation).hears(ANSWERED, entered(0, 2)).hearsNothingMore();
            alice.hears(accepted(invitation, "bob")).hearsNothingMore();
        }
    }

    @Test
    void theSameIdLoggedInAgainIsSomebodyElse() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long toOldBob = alice.invites("bob");
            bob.vanishes();
            alice.hears(declined(toOldBob, "bob"));
            Guest newBob = server.login("bob");

            newBob.accepts(toOldBob).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            long toNewBob = alice.invites("bob");
            newBob.hears(invitation(toNewBob, 0, "alice"));
            alice.vanishes();
            server.awaitUsers(1);
            Guest newAlice = server.login("alice");
            newBob.accepts(toNewBob).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));

            newAlice.hearsNothingMore();
            newBob.hearsNothingMore();
        }
    }

    @Test
    void allInvitationsOfOneThatIsLostEnd() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            Guest carol = server.login("carol");
            long fromAlice = alice.invites("carol");
            long fromBob = bob.invites("carol");
            long toBob = alice.invites("bob");
            bob.hears(invitation(toBob, 0, "alice"));
            long toAlice = bob.invites("alice");
            alice.hears(invitation(toAlice, 1, "bob"));
            carol.hears(invitation(fromAlice, 0, "alice"), invitation(fromBob, 1, "bob"));

            alice.vanishes();

            bob.hears(declined(toAlice, "alice")).hearsNothingMore();
            bob.accepts(toBob).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            carol.accepts(fromAlice).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            carol.declines(fromBob).hears(ANSWERED).hearsNothingMore();
            bob.hears(declined(fromBob, "carol")).hearsNothingMore();
        }
    }

    @Test
    void twoWhoInviteEachOtherMayBothAccept() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            long toBob = alice.invites("bob");
            bob.hears(invitation(toBob, 0, "alice"));
            long toAlice = bob.invites("alice");
            alice.hears(invitation(toAlice, 1, "bob"));

            alice.accepts(toAlice).hears(ANSWERED, here(user(1, "bob")), entered(1, 2));
            bob.hears(came(2, "alice"), accepted(toAlice, "alice"));
            bob.accepts(toBob).hears(ANSWERED, entered(0, 2)).hearsNothingMore();

            alice.hears(went(1), accepted(toBob, "bob")).hearsNothingMore();
        }
    }

    private static List<Packet> heard(Guest guest) {
        return guest.hearsWhatCame();
    }
}
