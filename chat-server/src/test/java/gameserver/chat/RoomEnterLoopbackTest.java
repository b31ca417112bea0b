package gameserver.chat;

import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.enterRefused;
import static gameserver.chat.Replies.entered;
import static gameserver.chat.Replies.here;
import static gameserver.chat.Replies.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rooms there are, who fits in, and who hears of it. */
@ExtendWith(NoLeaks.class)
final class RoomEnterLoopbackTest {
    private static final int ANY_ROOM = RoomEnterRequest.ANY_ROOM;

    @Test
    void theFirstOneHearsOnlyThatItIsIn() {
        try (ChatTestServer server = ChatTestServer.start()) {
            server.login("alice").asksToEnter(7).hears(entered(7, 1)).hearsNothingMore();
        }
    }

    @Test
    void theOthersHearWhoComesAndTheNewOneHearsWhoIsThereAndThenThatItIsIn() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(3, "alice");
            Guest bob = server.login("bob");
            Guest carol = server.login("carol");

            bob.asksToEnter(3).hears(here(user(1, "alice")), entered(3, 2)).hearsNothingMore();
            carol.asksToEnter(3)
                    .hears(here(user(1, "alice"), user(2, "bob")), entered(3, 3))
                    .hearsNothingMore();

            alice.hears(came(2, "bob"), came(3, "carol")).hearsNothingMore();
            bob.hears(came(3, "carol")).hearsNothingMore();
        }
    }

    @Test
    void nobodyElseHearsOfIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest outside = server.login("outside");
            Guest elsewhere = server.guestIn(1, "elsewhere");
            Guest nobody = server.connect();

            server.guestIn(0, "alice");

            outside.hearsNothingMore();
            elsewhere.hearsNothingMore();
            nobody.hearsNothingMore();
        }
    }

    @Test
    void theFirstRoomHasTheNumberOfTheOptionAndTheLastFollows() {
        try (ChatTestServer server = ChatTestServer.start("--room-start=10", "--rooms=3")) {
            for (int room = 10; room < 13; room++) {
                server.login("in " + room).asksToEnter(room).hears(entered(room, 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 1, 9, 13, 14, 1000, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void otherNumbersAreNoRooms(int room) {
        try (ChatTestServer server = ChatTestServer.start("--room-start=10", "--rooms=3")) {
            Guest alice = server.login("alice");

            alice.asksToEnter(room).hears(enterRefused(ErrorCode.ROOM_INVALID_NUMBER));

            alice.hearsNothingMore();
            alice.chats("hi").hears(Replies.chatRefused(ErrorCode.NOT_IN_ROOM));
            alice.asksToEnter(12).hears(entered(12, 1)).hearsNothingMore();
        }
    }

    @Test
    void theGreatestRoomNumberIsAllowed() {
        int last = Integer.MAX_VALUE - 1;
        try (ChatTestServer server =
                ChatTestServer.start("--rooms=1", "--room-start=" + (Integer.MAX_VALUE - 1))) {
            Guest alice = server.login("alice");
            alice.asksToEnter(last).hears(entered(last, 1));
            server.login("bob")
                    .asksToEnter(Integer.MIN_VALUE)
                    .hears(enterRefused(ErrorCode.ROOM_INVALID_NUMBER));
        }
    }

    @Test
    void thereAreAThousandRoomsFromZeroUnlessAnOptionSaysOtherwise() {
        try (ChatTestServer server = ChatTestServer.start()) {
            server.login("first").asksToEnter(0).hears(entered(0, 1));
            server.login("last").asksToEnter(999).hears(entered(999, 1));
            server.login("none")
                    .asksToEnter(1000)
                    .hears(enterRefused(ErrorCode.ROOM_INVALID_NUMBER));
        }
    }

    @Test
    void aFullRoomTakesNobodyAndNobodyHearsOfTheTry() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=2")) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));
            Guest carol = server.login("carol");

            carol.asksToEnter(0).hears(enterRefused(ErrorCode.ENTER_ROOM_FULL)).hearsNothingMore();

            alice.hearsNothingMore();
            bob.hearsNothingMore();
            carol.asksToEnter(1).hears(entered(1, 1)).hearsNothingMore();
        }
    }

    @Test
    void aPlaceIsFreeAgainWhenSomebodyLeavesOrIsLost() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=2")) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            Guest carol = server.login("carol");

            alice.hears(came(2, "bob")).asksToLeave().hears(Replies.LEFT);
            carol.asksToEnter(0).hears(here(user(2, "bob")), entered(0, 3));
            alice.asksToEnter(0).hears(enterRefused(ErrorCode.ENTER_ROOM_FULL));
            bob.vanishes();
            server.awaitUsers(2);
            alice.asksToEnter(0).hears(here(user(3, "carol")), entered(0, 4)).hearsNothingMore();
        }
    }

    @Test
    void anyRoomIsTheFirstWithAFreePlace() {
        try (ChatTestServer server =
                ChatTestServer.start("--room-start=5", "--rooms=3", "--room-size=2")) {
            Guest inFive = server.guestIn(5, "a");
            server.guestIn(6, "b");
            server.login("c").asksToEnter(ANY_ROOM).hears(here(user(1, "a")), entered(5, 2));
            server.login("d").asksToEnter(ANY_ROOM).hears(here(user(1, "b")), entered(6, 2));
            server.login("e").asksToEnter(ANY_ROOM).hears(entered(7, 1));

            inFive.hears(came(2, "c")).asksToLeave().hears(Replies.LEFT);

            server.login("f").asksToEnter(ANY_ROOM).hears(here(user(2, "c")), entered(5, 3));
            inFive.asksToEnter(ANY_ROOM).hears(here(user(1, "e")), entered(7, 2));
        }
    }

    @Test
    void whenEveryRoomIsFullThereIsNoneForAnybody() {
        try (ChatTestServer server = ChatTestServer.start("--rooms=2", "--room-size=2")) {
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Guest guest = server.login("guest" + i);
                guest.enters(i / 2);
                guests.add(guest);
            }
            Guest late = server.login("late");

            late.asksToEnter(ANY_ROOM).hears(enterRefused(ErrorCode.ENTER_ROOM_NONE_FREE));
            late.hearsNothingMore();
            late.asksToEnter(0).hears(enterRefused(ErrorCode.ENTER_ROOM_FULL));
            guests.get(3).asksToLeave().hears(Replies.LEFT);
            late.asksToEnter(ANY_ROOM).hears(here(user(1, "guest2")), entered(1, 3));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, ANY_ROOM, 99_999})
    void whoIsInARoomEntersNoOther(int room) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));

            alice.asksToEnter(room).hears(enterRefused(ErrorCode.ENTER_ROOM_ALREADY));

            alice.chats("still here").hears(Replies.said(1, "still here"), Replies.CHATTED);
            alice.hearsNothingMore();
            bob.hears(Replies.said(1, "still here")).hearsNothingMore();
        }
    }

    @ManyFrames
    @Test
    void theGreatestRoomListsAllWhoAreThere() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=256")) {
            List<RoomUser> there = new ArrayList<>();
            Guest first = server.login("first");
            first.enters(0);
            there.add(user(1, "first"));
            for (int i = 2; i <= 256; i++) {
                Guest next = server.login("여섯자" + i);
                next.asksToEnter(0).hears(new RoomUserListNotify(there), entered(0, i));
                there.add(user(i, "여섯자" + i));
            }
            server.login("late").asksToEnter(0).hears(enterRefused(ErrorCode.ENTER_ROOM_FULL));

            List<Packet> heard = first.hearsWhatCame();

            assertEquals(255, heard.size());
            assertEquals(came(256, "여섯자256"), heard.get(254));
        }
    }
}
