package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.baccarat.ManualCasino.Player;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveRequest;
import gameserver.net.logic.ManualLogic;
import gameserver.net.packet.ErrorCode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of the casino's rooms 0 to 5 the upper three are for those who were matched. */
final class MatchRoomsTest {
    private final ManualCasino casino = new ManualCasino();

    @AfterEach
    void close() {
        casino.close();
    }

    private static void isIn(Player player, int room) {
        assertEquals(room, player.heard(RoomEnterResponse.class).roomNumber());
    }

    @Test
    void anEmptyRoomIsOffered() {
        assertEquals(List.of(3, 4, 5), casino.roomsForMatches());

        casino.logInFor("alice", 4);

        assertEquals(List.of(3, 5), casino.roomsForMatches());
    }

    @Test
    void onlyGuestsSitInIt() {
        casino.logInFor("alice", 4).says(new RoomEnterRequest(4));
        Player stranger = casino.logIn("stranger");

        stranger.isRefused(new RoomEnterRequest(4), ErrorCode.ENTER_ROOM_FULL);
        stranger.isRefused(new RoomEnterRequest(3), ErrorCode.ENTER_ROOM_FULL);
        casino.logInFor("other", 5).isRefused(new RoomEnterRequest(4), ErrorCode.ENTER_ROOM_FULL);

        stranger.forgets().says(new RoomEnterRequest(2));
        isIn(stranger, 2);
    }

    @Test
    void aGuestMayGoAndComeBackWhileOthersSitThere() {
        Player alice = casino.logInFor("alice", 4).says(new RoomEnterRequest(4));
        casino.logInFor("bob", 4).says(new RoomEnterRequest(4));

        alice.says(new RoomLeaveRequest()).forgets().says(new RoomEnterRequest(4));

        isIn(alice, 4);
    }

    @Test
    void aRoomThatIsEmptyAgainIsOfferedAndItsGuestsAreNotAnyMore() {
        Player alice = casino.logInFor("alice", 4).says(new RoomEnterRequest(4));

        alice.says(new RoomLeaveRequest());

        assertEquals(List.of(3, 4, 5), casino.roomsForMatches());
        alice.isRefused(new RoomEnterRequest(4), ErrorCode.ENTER_ROOM_FULL);
    }

    @Test
    void whoHasNotComeYetIsWaitedForWhileTheSessionLasts() {
        Player late = casino.logInFor("late", 4);
        Player alice = casino.logInFor("alice", 4).says(new RoomEnterRequest(4));

        alice.says(new RoomLeaveRequest());

        assertEquals(List.of(3, 5), casino.roomsForMatches());
        late.vanishes();
        assertEquals(List.of(3, 4, 5), casino.roomsForMatches());
    }

    @Test
    void whoIsGoneAndHasAnotherRoomKeepsItWhenTheFirstIsEmpty() {
        Player before = casino.logInFor("alice", 4).says(new RoomEnterRequest(4));
        Player bob = casino.logInFor("bob", 4).says(new RoomEnterRequest(4));
        before.vanishes();
        Player alice = casino.logInFor("alice", 5);

        bob.says(new RoomLeaveRequest());

        assertEquals(List.of(3, 4), casino.roomsForMatches());
        alice.says(new RoomEnterRequest(5));
        isIn(alice, 5);
    }

    @Test
    void ofManyRoomsEachOfferTellsTheNextOnesAndThenTheFirstAgain() {
        ManualLogic logic = new ManualLogic();
        MatchRooms rooms = new MatchRooms(500, 150, logic);
        rooms.welcome("alice", 500);

        assertEquals(numbers(501, 565), rooms.offer());
        assertEquals(numbers(565, 629), rooms.offer());
        rooms.forget("alice");
        List<Integer> third = rooms.offer();
        assertEquals(numbers(629, 650), third.subList(0, 21));
        assertEquals(numbers(500, 543), third.subList(21, 64));
    }

    private static List<Integer> numbers(int first, int end) {
        return IntStream.range(first, end).boxed().toList();
    }

    @Test
    void anywhereIsNotInARoomForMatches() {
        for (int i = 0; i < 3 * 100; i++) {
            casino.logIn("user" + i).says(new RoomEnterRequest(RoomEnterRequest.ANY_ROOM));
        }

        casino.logIn("last")
                .isRefused(
                        new RoomEnterRequest(RoomEnterRequest.ANY_ROOM),
                        ErrorCode.ENTER_ROOM_NONE_FREE);
    }
}
