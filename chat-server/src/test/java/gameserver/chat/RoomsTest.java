package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.ManualChat.Client;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Result;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entering, talking, leaving. */
final class RoomsTest {
    private final ManualChat chat = new ManualChat("--rooms=3", "--room-start=10", "--room-size=2");

    private static RoomEnterResponse entered(int room, long id) {
        return new RoomEnterResponse(Result.SUCCESS, room, id);
    }

    @Test
    void theFirstHearsOfNobodyElse() {
        chat.login("alice").says(new RoomEnterRequest(10)).heard(entered(10, 1));
    }

    @Test
    void theSecondHearsWhoIsThereAndIsHeardOf() {
        Client alice = chat.enter("alice", 10);

        Client bob = chat.login("bob").says(new RoomEnterRequest(10));

        bob.heard(new RoomUserListNotify(List.of(new RoomUser(1, "alice"))), entered(10, 2));
        alice.heard(new RoomNewUserNotify(2, "bob"));
    }

    @Test
    void theLongestThereComesFirstInTheList() {
        ManualChat large = new ManualChat();
        Client first = large.enter("a", 0);
        large.enter("b", 0);
        large.enter("c", 0);
        first.says(new RoomLeaveRequest()).says(new RoomEnterRequest(0)).forgets();

        large.login("d")
                .says(new RoomEnterRequest(0))
                .heard(
                        new RoomUserListNotify(
                                List.of(
                                        new RoomUser(2, "b"),
                                        new RoomUser(3, "c"),
                                        new RoomUser(4, "a"))),
                        entered(0, 5));
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 13, -2, 0, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void thereIsNoOtherRoom(int number) {
        chat.login("alice").isRefused(new RoomEnterRequest(number), ErrorCode.ROOM_INVALID_NUMBER);
    }

    @Test
    void aFullRoomTakesNobodyUntilSomebodyLeaves() {
        Client alice = chat.enter("alice", 10);
        chat.enter("bob", 10);
        Client carol = chat.login("carol");
        carol.isRefused(new RoomEnterRequest(10), ErrorCode.ENTER_ROOM_FULL);

        alice.says(new RoomLeaveRequest());

        carol.says(new RoomEnterRequest(10));
        carol.heard(new RoomUserListNotify(List.of(new RoomUser(2, "bob"))), entered(10, 3));
    }

    @Test
    void anyRoomIsTheFirstWithAPlace() {
        chat.enter("a", 10);
        Client b = chat.login("b").says(new RoomEnterRequest(RoomEnterRequest.ANY_ROOM));
        b.heard(new RoomUserListNotify(List.of(new RoomUser(1, "a"))), entered(10, 2));

        Client c = chat.login("c").says(new RoomEnterRequest(RoomEnterRequest.ANY_ROOM));
        c.heard(entered(11, 1));
    }

    @Test
    void anyRoomIsNoneWhenAllAreFull() {
        for (int i = 0; i < 6; i++) {
            chat.enter("user" + i, RoomEnterRequest.ANY_ROOM);
        }
        assertEquals(6, chat.members());

        chat.login("late")
                .isRefused(
                        new RoomEnterRequest(RoomEnterRequest.ANY_ROOM),
                        ErrorCode.ENTER_ROOM_NONE_FREE);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 99, RoomEnterRequest.ANY_ROOM})
    void whoIsInARoomEntersNoOther(int number) {
        Client alice = chat.enter("alice", 10);

        alice.isRefused(new RoomEnterRequest(number), ErrorCode.ENTER_ROOM_ALREADY);

        assertEquals(1, chat.members());
    }

    @Test
    void theOthersHearThatSomebodyLeaves() {
        Client alice = chat.enter("alice", 10);
        Client bob = chat.enter("bob", 10);
        alice.forgets();

        bob.says(new RoomLeaveRequest()).heard(new RoomLeaveResponse(Result.SUCCESS));

        alice.heard(new RoomLeaveUserNotify(2));
        bob.isRefused(new RoomLeaveRequest(), ErrorCode.NOT_IN_ROOM);
    }

    @Test
    void aLostConnectionLeavesLikeALeave() {
        Client alice = chat.enter("alice", 10);
        Client bob = chat.enter("bob", 10);
        alice.forgets();

        bob.vanishes();

        alice.heard(new RoomLeaveUserNotify(2));
        assertEquals(1, chat.members());
        assertEquals(1, chat.users());
    }

    @Test
    void everyoneHearsAMessageAndTheSpeakerItsResultAfterIt() {
        Client alice = chat.enter("alice", 10);
        Client bob = chat.enter("bob", 10);
        Client stranger = chat.enter("carol", 11);
        alice.forgets();

        alice.says(new RoomChatRequest("안녕"));

        alice.heard(new RoomChatNotify(1, "안녕"), new RoomChatResponse(Result.SUCCESS));
        bob.heard(new RoomChatNotify(1, "안녕"));
        stranger.heard();
    }

    @Test
    void bytesAreRelayedToAll() {
        Client alice = chat.enter("alice", 10);
        Client bob = chat.enter("bob", 10);
        alice.forgets();
        Bytes bytes = Bytes.of((byte) 0, (byte) 0xFF);

        bob.says(new RoomRelayRequest(bytes)).heard(new RoomRelayNotify(2, bytes));

        alice.heard(new RoomRelayNotify(2, bytes));
    }

    @Test
    void roomsNeedARoom() {
        Client alice = chat.login("alice");

        alice.isRefused(new RoomLeaveRequest(), ErrorCode.NOT_IN_ROOM);
        alice.isRefused(new RoomChatRequest("hi"), ErrorCode.NOT_IN_ROOM);
        alice.isRefused(new RoomRelayRequest(Bytes.of((byte) 1)), ErrorCode.NOT_IN_ROOM);
    }
}
