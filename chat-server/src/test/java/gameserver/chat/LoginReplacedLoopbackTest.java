package gameserver.chat;

import static gameserver.chat.Replies.LOGGED_IN;
import static gameserver.chat.Replies.answerRefused;
import static gameserver.chat.Replies.declined;
import static gameserver.chat.Replies.entered;
import static gameserver.chat.Replies.here;
import static gameserver.chat.Replies.invitation;
import static gameserver.chat.Replies.loginRefused;
import static gameserver.chat.Replies.user;
import static gameserver.chat.Replies.went;
import static gameserver.chat.Replies.whisper;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.LoginRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The newer login wins where the server was told so, and the older leaves like a lost one. */
@ExtendWith(NoLeaks.class)
final class LoginReplacedLoopbackTest {
    private static ChatTestServer start() {
        return ChatTestServer.start("--duplicate-login=replace");
    }

    @Test
    void theOlderSessionIsToldAndClosed() {
        try (ChatTestServer server = start()) {
            Guest older = server.login("alice");

            Guest newer = server.login("alice");

            older.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
            newer.hearsNothingMore();
            server.awaitUsers(1);
        }
    }

    @Test
    void theRoomHearsThatTheOlderLeftAndTheNewerIsOutside() {
        try (ChatTestServer server = start()) {
            Guest older = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            older.hears(Replies.came(2, "bob"));

            Guest newer = server.login("alice");

            bob.hears(went(1)).hearsNothingMore();
            older.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
            newer.chats("hi").hears(Replies.chatRefused(ErrorCode.NOT_IN_ROOM));
            newer.asksToEnter(0).hears(here(user(2, "bob")), entered(0, 3)).hearsNothingMore();
            bob.hears(Replies.came(3, "alice")).hearsNothingMore();
        }
    }

    @Test
    void whispersReachTheNewer() {
        try (ChatTestServer server = start()) {
            Guest bob = server.login("bob");
            Guest older = server.login("alice");
            Guest newer = server.login("alice");

            bob.whispersTo("alice", "hi").hears(Replies.WHISPERED);

            newer.hears(whisper("bob", "hi")).hearsNothingMore();
            older.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
        }
    }

    @Test
    void invitationsOfTheOlderEnd() {
        try (ChatTestServer server = start()) {
            Guest older = server.guestIn(0, "alice");
            Guest bob = server.login("bob");
            long invitation = older.invites("bob");
            bob.hears(invitation(invitation, 0, "alice"));

            Guest newer = server.login("alice");

            bob.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            bob.hearsNothingMore();
            newer.hearsNothingMore();
        }
    }

    @Test
    void invitationsToTheOlderCountAsDeclined() {
        try (ChatTestServer server = start()) {
            Guest older = server.login("alice");
            Guest bob = server.guestIn(0, "bob");
            long invitation = bob.invites("alice");
            older.hears(invitation(invitation, 0, "bob"));

            Guest newer = server.login("alice");

            bob.hears(declined(invitation, "alice")).hearsNothingMore();
            newer.accepts(invitation).hears(answerRefused(ErrorCode.INVITE_NOT_FOUND));
            newer.hearsNothingMore();
        }
    }

    @Test
    void nothingThatTheOlderSaysAfterwardsCounts() {
        try (ChatTestServer server = start()) {
            Guest older = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            Guest newer = server.connect();

            newer.says(LoginRequest.of("alice", ""));
            for (int i = 0; i < 100; i++) {
                older.chats("still here");
            }
            newer.hears(LOGGED_IN);

            for (Packet before : bob.hearsUntil(went(1))) {
                assertEquals(Replies.said(1, "still here"), before);
            }
            bob.hearsNothingMore();
            server.awaitUsers(2);
        }
    }

    @Test
    void anOlderSessionInTheMiddleOfAFrameIsReplacedAsWell() {
        try (ChatTestServer server = start()) {
            Guest older = server.guestIn(0, "alice");
            older.hearsNothingMore().saysHex("0a00db0200 0300");
            Guest newer = server.login("alice");

            older.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
            newer.asksToEnter(0).hears(entered(0, 2)).hearsNothingMore();
        }
    }

    @Test
    void aSessionDoesNotReplaceItself() {
        try (ChatTestServer server = start()) {
            Guest alice = server.login("alice");

            alice.says(LoginRequest.of("alice", ""));

            alice.hears(loginRefused(ErrorCode.LOGIN_DUPLICATE)).hearsNothingMore();
        }
    }

    @Test
    void aSessionThatIsLoggedInReplacesNobody() {
        try (ChatTestServer server = start()) {
            Guest alice = server.login("alice");
            Guest bob = server.login("bob");

            bob.says(LoginRequest.of("alice", ""));

            bob.hears(loginRefused(ErrorCode.LOGIN_DUPLICATE)).hearsNothingMore();
            alice.hearsNothingMore();
        }
    }

    @Test
    void anInvalidIdReplacesNobody() {
        try (ChatTestServer server = start()) {
            Guest alice = server.login("alice");

            server.connect()
                    .says(LoginRequest.of("alice\n", ""))
                    .hears(loginRefused(ErrorCode.LOGIN_INVALID_ID))
                    .hearsNothingMore();

            alice.hearsNothingMore();
        }
    }

    @Test
    void aReplacedSessionGivesTheIdToTheNextAndSoOn() {
        try (ChatTestServer server = start()) {
            Guest bob = server.guestIn(0, "bob");
            for (int i = 2; i < 7; i++) {
                Guest alice = server.guestIn(0, "alice");
                bob.hears(Replies.came(i, "alice"));
                Guest next = server.login("alice");
                bob.hears(went(i));
                alice.hearsError(ErrorCode.LOGGED_IN_ELSEWHERE).hearsTheEnd();
                next.hearsNothingMore();
            }
            bob.hearsNothingMore();
        }
    }

    @Test
    void ofManyWhoWantOneIdAtOnceTheLastKeepsIt() {
        try (ChatTestServer server = start()) {
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                guests.add(server.connect());
            }

            guests.forEach(guest -> guest.says(LoginRequest.of("one", "")));

            guests.forEach(guest -> guest.hears(LOGGED_IN));
            server.awaitUsers(1);
            Guest last = server.login("one");
            last.hearsNothingMore();
            for (Guest guest : guests) {
                guest.hears(ErrorNotify.of(ErrorCode.LOGGED_IN_ELSEWHERE)).hearsTheEnd();
            }
        }
    }
}
