package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.ManualChat.Client;
import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an invitation to its end. */
final class InvitationsTest {
    private static final InviteAnswerRequest ACCEPT = new InviteAnswerRequest(1, true);
    private static final InviteAnswerRequest DECLINE = new InviteAnswerRequest(1, false);
    private static final InviteAnswerResponse ANSWERED = new InviteAnswerResponse(Result.SUCCESS);
    private static final InviteAnswerNotify DECLINED = new InviteAnswerNotify(1, false, "bob");

    private final ManualChat chat = new ManualChat("--room-size=2");
    private final Client alice = chat.enter("alice", 0);
    private final Client bob = chat.login("bob");

    /** Alice, in room 0, has invited Bob. */
    private void aliceInvitesBob() {
        alice.says(new InviteRequest("bob")).forgets();
        bob.forgets();
    }

    @Test
    void theInvitedHearsWhereToAndByWhom() {
        alice.says(new InviteRequest("bob")).heard(new InviteResponse(Result.SUCCESS, 1));

        bob.heard(new InviteNotify(1, 0, "alice"));
    }

    @Test
    void acceptingEntersTheRoom() {
        aliceInvitesBob();

        bob.says(ACCEPT)
                .heard(
                        ANSWERED,
                        new RoomUserListNotify(List.of(new RoomUser(1, "alice"))),
                        new RoomEnterResponse(Result.SUCCESS, 0, 2));

        alice.heard(new RoomNewUserNotify(2, "bob"), new InviteAnswerNotify(1, true, "bob"));
        assertEquals(0, chat.invitations());
    }

    @Test
    void acceptingMovesFromOneRoomToTheOther() {
        Client carol = chat.enter("carol", 5);
        Client dave = chat.enter("dave", 5);
        carol.forgets();
        alice.says(new InviteRequest("dave")).forgets();
        dave.forgets();

        dave.says(ACCEPT)
                .heard(
                        ANSWERED,
                        new RoomUserListNotify(List.of(new RoomUser(1, "alice"))),
                        new RoomEnterResponse(Result.SUCCESS, 0, 2));

        carol.heard(new RoomLeaveUserNotify(2));
        assertEquals(3, chat.members());
    }

    @Test
    void decliningReachesTheInviter() {
        aliceInvitesBob();

        bob.says(DECLINE).heard(ANSWERED);

        alice.heard(DECLINED);
        assertEquals(0, chat.invitations());
    }

    @Test
    void anInvitationExpiresAfterThirtySeconds() {
        aliceInvitesBob();

        chat.pass(Duration.ofSeconds(30).minusNanos(1));
        alice.heard();
        chat.pass(Duration.ofNanos(1));

        alice.heard(DECLINED);
        bob.isRefused(ACCEPT, ErrorCode.INVITE_NOT_FOUND);
        alice.heard();
    }

    @Test
    void eachInvitationExpiresInItsTime() {
        aliceInvitesBob();
        chat.pass(Duration.ofSeconds(10));
        alice.says(new InviteRequest("bob")).forgets();
        chat.pass(Duration.ofSeconds(5));
        alice.says(new InviteRequest("bob")).forgets();

        chat.pass(Duration.ofSeconds(15));
        alice.heard(DECLINED);
        chat.pass(Duration.ofSeconds(10));
        alice.heard(new InviteAnswerNotify(2, false, "bob"));
        chat.pass(Duration.ofSeconds(5));
        alice.heard(new InviteAnswerNotify(3, false, "bob"));

        aliceInvitesBob();
        chat.pass(Duration.ofSeconds(30));
        alice.heard(new InviteAnswerNotify(4, false, "bob"));
    }

    @Test
    void anAnswerCountsOnceAndOnlyFromTheInvited() {
        Client carol = chat.login("carol");
        aliceInvitesBob();

        carol.isRefused(ACCEPT, ErrorCode.INVITE_NOT_FOUND);
        alice.isRefused(DECLINE, ErrorCode.INVITE_NOT_FOUND);
        bob.says(DECLINE).heard(ANSWERED);
        bob.isRefused(ACCEPT, ErrorCode.INVITE_NOT_FOUND);
        bob.isRefused(new InviteAnswerRequest(99, true), ErrorCode.INVITE_NOT_FOUND);
    }

    @Test
    void whoCannotBeInvitedIsNot() {
        chat.enter("carol", 0);
        alice.forgets();

        alice.isRefused(new InviteRequest("nobody"), ErrorCode.INVITE_USER_NOT_FOUND);
        alice.isRefused(new InviteRequest("alice"), ErrorCode.INVITE_SELF_OR_SAME_ROOM);
        alice.isRefused(new InviteRequest("carol"), ErrorCode.INVITE_SELF_OR_SAME_ROOM);
        bob.isRefused(new InviteRequest("alice"), ErrorCode.NOT_IN_ROOM);
        assertEquals(0, chat.invitations());
    }

    @Test
    void tenInvitationsOfOneUserAreOpenAtMost() {
        for (int i = 0; i < 10; i++) {
            alice.says(new InviteRequest("bob"));
        }
        alice.forgets();
        alice.isRefused(new InviteRequest("bob"), ErrorCode.INVITE_TOO_MANY);

        bob.says(DECLINE);

        alice.forgets().says(new InviteRequest("bob"));
        alice.heard(new InviteResponse(Result.SUCCESS, 11));
    }

    @Test
    void whoFindsTheRoomFullMayTryAgain() {
        aliceInvitesBob();
        Client carol = chat.enter("carol", 0);

        bob.isRefused(ACCEPT, ErrorCode.ENTER_ROOM_FULL);
        carol.says(new RoomLeaveRequest());
        alice.forgets();

        bob.says(ACCEPT).forgets();
        alice.heard(new RoomNewUserNotify(3, "bob"), new InviteAnswerNotify(1, true, "bob"));
    }

    @Test
    void whoStaysInTheOldRoomWhenTheNewOneIsFullIsHeardThere() {
        Client dave = chat.enter("dave", 5);
        alice.says(new InviteRequest("dave"));
        chat.enter("carol", 0);
        dave.forgets();

        dave.isRefused(ACCEPT, ErrorCode.ENTER_ROOM_FULL);

        dave.says(new RoomLeaveRequest()).heard(new RoomLeaveResponse(Result.SUCCESS));
    }

    @Test
    void whoHasComeByItselfCannotComeAgain() {
        aliceInvitesBob();
        bob.says(new RoomEnterRequest(0)).forgets();

        bob.isRefused(ACCEPT, ErrorCode.ENTER_ROOM_ALREADY);
    }

    @Test
    void theInviterHearsThatTheInvitedIsGone() {
        aliceInvitesBob();

        bob.vanishes();

        alice.heard(DECLINED);
        assertEquals(0, chat.invitations());
    }

    @Test
    void anInvitationEndsWithItsInviter() {
        aliceInvitesBob();

        alice.vanishes();

        bob.isRefused(ACCEPT, ErrorCode.INVITE_NOT_FOUND);
        assertEquals(0, chat.invitations());
        chat.pass(Duration.ofMinutes(1));
    }

    @Test
    void anInviterMayLeaveTheRoomMeanwhile() {
        aliceInvitesBob();
        alice.says(new RoomLeaveRequest()).forgets();

        bob.says(ACCEPT).heard(ANSWERED, new RoomEnterResponse(Result.SUCCESS, 0, 2));

        alice.heard(new InviteAnswerNotify(1, true, "bob"));
    }
}
