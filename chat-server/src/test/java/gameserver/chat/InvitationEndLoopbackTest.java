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
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.NoLeaks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An invitation is open until it is answered, or its time is over. */
@ExtendWith(NoLeaks.class)
@ManyFrames
final class InvitationEndLoopbackTest {
    private static final Duration SHORT = Duration.ofMillis(30);

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    void isAnsweredOnce(boolean first, boolean second) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            bob.says(new InviteAnswerRequest(invitation, first)).hears(ANSWERED);
            if (first) {
                bob.hears(here(user(1, "alice")), entered(0, 2));
                alice.hears(came(2, "bob"), accepted(invitation, "bob"));
            } else {
                alice.hears(declined(invitation, "bob"));
            }
            bob.says(new InviteAnswerRequest(invitation, second));

            bob.hears(answerRefused(ErrorCode.INVITE_NOT_FOUND)).hearsNothingMore();
            alice.hearsNothingMore();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 100, -1, Long.MIN_VALUE, Long.MAX_VALUE})
    void anUnknownOneIsNotFound(long number) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");

            alice.accepts(number).declines(number);

            alice.hears(
                    answerRefused(ErrorCode.INVITE_NOT_FOUND),
                    answerRefused(ErrorCode.INVITE_NOT_FOUND));
            alice.hearsNothingMore();
        }
    }

    @Test
    void isForTheInvitedAlone() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            Guest thief = server.login("thief");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            for (Guest other : List.of(thief, alice)) {
                other.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
                other.declines(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
                other.hearsNothingMore();
            }

            bob.accepts(invitation).hears(ANSWERED, here(user(1, "alice")), entered(0, 2));
            alice.hears(came(2, "bob"), accepted(invitation, "bob")).hearsNothingMore();
        }
    }

    @Test
    void livesForThirtySeconds() {
        assertEquals(Duration.ofSeconds(30), Invitations.LIFETIME);
    }

    @Test
    void theInviterHearsWhenItsTimeIsOverAndAnAnswerIsLate() {
        try (ChatTestServer server = ChatTestServer.startWithInvitationsOf(SHORT)) {
            Guest third = server.guestIn(0, "third");
            Guest alice = server.guestIn(0, "alice");
            third.hears(came(2, "alice"));
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            alice.hears(declined(invitation, "bob"));

            bob.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            bob.declines(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            bob.hearsNothingMore();
            alice.hearsNothingMore();
            third.hearsNothingMore();
            assertEquals(0, server.count(ChatUnderTest::invitations));
        }
    }

    @Test
    void eachLivesItsWholeTimeWhenOthersEnd() {
        Duration lifetime = Duration.ofMillis(100);
        try (ChatTestServer server = ChatTestServer.startWithInvitationsOf(lifetime)) {
            Guest alice = server.guestIn(0, "alice");
            server.login("bob");
            long start = System.nanoTime();
            alice.invites("bob");
            while (System.nanoTime() - start < lifetime.toNanos() / 2) {
                alice.hearsNothingMore();
            }

            long startOfLater = System.nanoTime();
            alice.asksToInvite("bob");
            int ended = 0;
            while (ended < 2) {
                ended += alice.hears() instanceof InviteAnswerNotify ? 1 : 0;
            }

            long lived = System.nanoTime() - startOfLater;
            assertTrue(lived >= lifetime.toNanos(), "lived for ns: " + lived);
        }
    }

    @Test
    void whatWasAnsweredDoesNotEndAgainWhenItsTimeWouldBeOver() {
        try (ChatTestServer server = ChatTestServer.startWithInvitationsOf(SHORT)) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long declined = alice.invites("bob");
            bob.hears(invitation(declined, 0, "alice")).declines(declined);
            alice.hears(declined(declined, "bob"));
            Guest carol = server.login("carol");
            long left = alice.invites("carol");

            // The time of the first was over earlier than that of this one.
            alice.hears(declined(left, "carol")).hearsNothingMore();
            carol.hears(invitation(left, 0, "alice")).hearsNothingMore();
        }
    }

    @Test
    void anAnswerAtTheLastMomentCountsOrItDoesNot() {
        try (ChatTestServer server = ChatTestServer.startWithInvitationsOf(Duration.ofMillis(1))) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            for (int i = 0; i < 200; i++) {
                long invitation = alice.invites("bob");
                bob.hears(invitation(invitation, 0, "alice")).accepts(invitation);

                if (bob.hears().equals(ANSWERED)) {
                    long id = bob.entered(0);
                    bob.asksToLeave().hears(LEFT);
                    alice.hears(came(id, "bob"), accepted(invitation, "bob"), went(id));
                } else {
                    alice.hears(declined(invitation, "bob"));
                }
                alice.hearsNothingMore();
                bob.hearsNothingMore();
            }
        }
    }

    @Test
    void whoIsInThatRoomAlreadyIsRefusedAndTheInvitationStaysOpen() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));
            bob.enters(0);
            alice.hears(came(2, "bob"));

            bob.accepts(invitation).hears(answerRefused(ErrorCode.ENTER_ROOM_ALREADY));
            bob.hearsNothingMore();
            alice.hearsNothingMore();

            bob.asksToLeave().hears(LEFT).accepts(invitation);
            bob.hears(ANSWERED, here(user(1, "alice")), entered(0, 3)).hearsNothingMore();
            alice.hears(went(2), came(3, "bob"), accepted(invitation, "bob")).hearsNothingMore();
        }
    }

    @Test
    void aFullRoomKeepsTheInvitedWhereItIsAndTheInvitationOpen() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=2")) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(1, "bob");
            Guest carol = server.guestIn(1, "carol");
            bob.hears(came(2, "carol"));
            long invitation = alice.invites("bob");
            Guest filler = server.guestIn(0, "filler");
            alice.hears(came(2, "filler"));
            bob.hears(invitation(invitation, 0, "alice"));

            bob.accepts(invitation).hears(answerRefused(ErrorCode.ENTER_ROOM_FULL));
            bob.hearsNothingMore();
            alice.hearsNothingMore();
            carol.hearsNothingMore();
            bob.chats("still here").hears(Replies.said(1, "still here"), Replies.CHATTED);

            filler.asksToLeave().hears(LEFT);
            bob.accepts(invitation).hears(ANSWERED, here(user(1, "alice")), entered(0, 3));
            alice.hears(went(2), came(3, "bob"), accepted(invitation, "bob")).hearsNothingMore();
            carol.hears(Replies.said(1, "still here"), went(1)).hearsNothingMore();
        }
    }

    @Test
    void aFullRoomMayStillBeDeclined() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=2")) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            server.guestIn(0, "filler");
            alice.hears(came(2, "filler"));
            long invitation = alice.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            bob.declines(invitation).hears(ANSWERED).hearsNothingMore();

            alice.hears(declined(invitation, "bob")).hearsNothingMore();
        }
    }
}
