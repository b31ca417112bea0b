package gameserver.chat;

import static gameserver.chat.Replies.ANSWERED;
import static gameserver.chat.Replies.LEFT;
import static gameserver.chat.Replies.accepted;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.declined;
import static gameserver.chat.Replies.entered;
import static gameserver.chat.Replies.here;
import static gameserver.chat.Replies.invitation;
import static gameserver.chat.Replies.inviteRefused;
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.NoLeaks;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inviting a user into one's room, and the two answers. */
@ExtendWith(NoLeaks.class)
final class InvitationLoopbackTest {
    @Test
    void theInvitedHearsWhoInvitesItWhere() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest third = server.guestIn(7, "third");
            Guest alice = server.guestIn(7, "초대한사람");
            Guest bob = server.login("bob");
            third.hears(came(2, "초대한사람"));

            long invitation = alice.invites("bob");

            bob.hears(invitation(invitation, 7, "초대한사람")).hearsNothingMore();
            alice.hearsNothingMore();
            third.hearsNothingMore();
        }
    }

    @Test
    void whoAcceptsFromOutsideEntersTheRoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest third = server.guestIn(0, "third");
            Guest alice = server.guestIn(0, "alice");
            third.hears(came(2, "alice"));
            Guest bob = server.login("bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            bob.accepts(invitation);

            bob.hears(ANSWERED, here(user(1, "third"), user(2, "alice")), entered(0, 3));
            alice.hears(came(3, "bob"), accepted(invitation, "bob")).hearsNothingMore();
            third.hears(came(3, "bob")).hearsNothingMore();
            bob.chats("hi").hears(Replies.said(3, "hi"), Replies.CHATTED).hearsNothingMore();
        }
    }

    @Test
    void whoAcceptsFromAnotherRoomLeavesItFirst() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest carol = server.guestIn(1, "carol");
            Guest bob = server.guestIn(1, "bob");
            carol.hears(came(2, "bob"));
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            bob.accepts(invitation);

            bob.hears(ANSWERED, here(user(1, "alice")), entered(0, 2)).hearsNothingMore();
            carol.hears(went(2)).hearsNothingMore();
            alice.hears(came(2, "bob"), accepted(invitation, "bob")).hearsNothingMore();
            carol.chats("alone").hears(Replies.said(1, "alone"), Replies.CHATTED);
            bob.hearsNothingMore();
        }
    }

    @Test
    void anInviterThatHasMovedToTheRoomOfTheInvitedSeesItGoAndHearsTheAnswer() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");
            alice.asksToLeave().hears(LEFT);
            alice.enters(1);
            bob.hears(invitation(invitation, 0, "alice"), came(2, "alice"));

            bob.accepts(invitation).hears(ANSWERED, entered(0, 2)).hearsNothingMore();

            alice.hears(went(1), accepted(invitation, "bob")).hearsNothingMore();
        }
    }

    @Test
    void anInviterThatHasLeftStillHearsTheAnswer() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long invitation = alice.invites("bob");
            alice.asksToLeave().hears(LEFT);
            bob.hears(invitation(invitation, 0, "alice"));

            bob.accepts(invitation).hears(ANSWERED, entered(0, 2)).hearsNothingMore();

            alice.hears(accepted(invitation, "bob")).hearsNothingMore();
        }
    }

    @Test
    void whoDeclinesStaysWhereItIsAndOnlyTheInviterHearsOfIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest third = server.guestIn(0, "third");
            Guest alice = server.guestIn(0, "alice");
            third.hears(came(2, "alice"));
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            bob.declines(invitation).hears(ANSWERED).hearsNothingMore();

            alice.hears(declined(invitation, "bob")).hearsNothingMore();
            third.hearsNothingMore();
            bob.chats("still here").hears(Replies.said(1, "still here"), Replies.CHATTED);
        }
    }

    @Test
    @BinaryOnly
    void isSaidInBytesAsTheProtocolSays() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(9, "al");
            Guest bob = server.login("b");

            alice.saysFrame(781, "01 62");
            alice.hearsHex("0f00 0e03 00 0100 0100000000000000");
            bob.hearsHex("1400 0f03 00 0100000000000000 09000000 02 616c");
            bob.saysFrame(784, "0100000000000000 00");
            bob.hearsHex("0700 1103 00 0100").hearsNothingMore();
            alice.hearsHex("1000 1203 00 0100000000000000 00 01 62");

            alice.saysFrame(781, "01 62");
            alice.hearsHex("0f00 0e03 00 0100 0200000000000000");
            bob.hearsHex("1400 0f03 00 0200000000000000 09000000 02 616c");
            bob.saysFrame(784, "0200000000000000 01").hearsHex("0700 1103 00 0100");
            bob.hearsHex("1100 d302 00 01 0100000000000000 02 616c");
            bob.hearsHex("1300 d202 00 0100 09000000 0200000000000000").hearsNothingMore();
            alice.hearsHex("0f00 d402 00 0200000000000000 01 62");
            alice.hearsHex("1000 1203 00 0200000000000000 01 01 62").hearsNothingMore();
        }
    }

    @Test
    void onlyWhoIsInARoomInvites() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest bob = server.login("bob");

            alice.asksToInvite("bob").hears(inviteRefused(ErrorCode.NOT_IN_ROOM));
            alice.asksToInvite("nobody").hears(inviteRefused(ErrorCode.NOT_IN_ROOM));
            alice.asksToInvite("alice").hears(inviteRefused(ErrorCode.NOT_IN_ROOM));
            alice.enters(0);
            alice.asksToLeave().hears(LEFT);
            alice.asksToInvite("bob").hears(inviteRefused(ErrorCode.NOT_IN_ROOM));

            alice.hearsNothingMore();
            bob.hearsNothingMore();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "alice, INVITE_SELF_OR_SAME_ROOM",
        "carol, INVITE_SELF_OR_SAME_ROOM",
        "nobody, INVITE_USER_NOT_FOUND",
        "'', INVITE_USER_NOT_FOUND",
        "ALICE, INVITE_USER_NOT_FOUND",
        "longer than any id can be, INVITE_USER_NOT_FOUND"
    })
    void oneselfThoseInTheRoomAndTheUnknownAreNotInvited(String userId, ErrorCode error) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest carol = server.guestIn(0, "carol");
            alice.hears(came(2, "carol"));

            alice.asksToInvite(userId).hears(inviteRefused(error)).hearsNothingMore();

            carol.hearsNothingMore();
        }
    }

    @Test
    void whoLeftTheRoomMayBeInvitedBack() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            bob.asksToLeave().hears(LEFT);
            alice.hears(came(2, "bob"), went(2));

            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice")).accepts(invitation);

            bob.hears(ANSWERED, here(user(1, "alice")), entered(0, 3)).hearsNothingMore();
        }
    }

    @Test
    void noTwoInvitationsHaveTheSameNumber() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest carol = server.guestIn(1, "carol");
            Guest bob = server.login("bob");
            Set<Long> numbers = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                Guest inviter = i % 2 == 0 ? alice : carol;
                long invitation = inviter.invites("bob");
                assertTrue(invitation != 0 && numbers.add(invitation), numbers::toString);
                bob.hears(invitation(invitation, i % 2, i % 2 == 0 ? "alice" : "carol"));
                bob.declines(invitation).hears(ANSWERED);
                inviter.hears(declined(invitation, "bob"));
            }
        }
    }
}
