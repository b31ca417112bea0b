package gameserver.chat;

import static gameserver.chat.Replies.accepted;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.declined;
import static gameserver.chat.Replies.invitation;
import static gameserver.chat.Replies.inviteRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.NoLeaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many invitations of one user may be open. */
@ExtendWith(NoLeaks.class)
final class InvitationLimitLoopbackTest {
    private static final int MOST_OPEN = 10;
    private static final Duration SHORT = Duration.ofMillis(30);

    @Test
    void oneUserHasTenOpenAtMost() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            List<Guest> guests = new ArrayList<>();
            List<Long> invitations = new ArrayList<>();
            for (int i = 0; i < MOST_OPEN; i++) {
                guests.add(server.login("guest" + i));
                invitations.add(alice.invites("guest" + i));
            }
            Guest last = server.login("last");

            alice.asksToInvite("last").hears(inviteRefused(ErrorCode.INVITE_TOO_MANY));
            last.hearsNothingMore();
            Guest carol = server.guestIn(1, "carol");
            long another = carol.invites("last");
            last.hears(invitation(another, 1, "carol"));

            guests.get(3).declines(invitations.get(3));
            alice.hears(declined(invitations.get(3), "guest3"));
            assertInvitesOneMore(alice, last);
            guests.get(5).accepts(invitations.get(5));
            alice.hears(came(2, "guest5"), accepted(invitations.get(5), "guest5"));
            assertInvitesOneMore(alice, last);
            guests.get(7).vanishes();
            alice.hears(declined(invitations.get(7), "guest7"));
            assertInvitesOneMore(alice, last);
        }
    }

    private static void assertInvitesOneMore(Guest inviter, Guest last) {
        long invitation = inviter.invites("last");
        last.hears(invitation(invitation, 0, "alice"));
        inviter.asksToInvite("last").hears(inviteRefused(ErrorCode.INVITE_TOO_MANY));
        last.hearsNothingMore();
    }

    @Test
    void thoseWhoseTimeIsOverMakeRoomForOthers() {
        try (ChatTestServer server = ChatTestServer.startWithInvitationsOf(SHORT)) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < MOST_OPEN; i++) {
                    alice.asksToInvite("bob");
                }
                int over = 0;
                while (over < MOST_OPEN) {
                    over += alice.hears() instanceof InviteAnswerNotify ? 1 : 0;
                }
            }
            assertEquals(3 * MOST_OPEN, bob.hearsWhatCame().size());
        }
    }
}
