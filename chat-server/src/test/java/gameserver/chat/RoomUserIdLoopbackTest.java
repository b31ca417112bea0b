package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users are called in a room: never twice the same, for as long as the server runs. */
@ExtendWith(NoLeaks.class)
final class RoomUserIdLoopbackTest {
    @Test
    void eachRoomCountsForItself() {
        try (ChatTestServer server = ChatTestServer.start()) {
            assertEquals(1, server.login("a").enters(0));
            assertEquals(1, server.login("b").enters(1));
            assertEquals(2, server.login("c").enters(1));
            assertEquals(2, server.login("d").enters(0));
        }
    }

    @Test
    void whoComesBackIsCalledDifferently() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Set<Long> ids = new HashSet<>();
            for (int i = 0; i < 50; i++) {
                assertTrue(ids.add(alice.enters(0)), ids::toString);
                alice.asksToLeave().hears(Replies.LEFT);
            }
        }
    }

    @Test
    void theIdOfALostUserIsNotUsedAgain() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Set<Long> ids = new HashSet<>();
            for (int i = 0; i < 10; i++) {
                Guest alice = server.login("alice");
                assertTrue(ids.add(alice.enters(0)), ids::toString);
                alice.vanishes();
                server.awaitUsers(0);
            }
        }
    }

    @Test
    void anInvitedUserGetsItsIdFromTheNewRoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            alice.enters(0);
            alice.asksToLeave().hears(Replies.LEFT);
            assertEquals(2, alice.enters(0));
            Guest bob = server.guestIn(1, "bob");
            long invitation = alice.invites("bob");

            bob.hears(Replies.invitation(invitation, 0, "alice")).accepts(invitation);
            bob.hears(Replies.ANSWERED);

            assertEquals(3, bob.entered(0));
            bob.asksToLeave().hears(Replies.LEFT);
            assertEquals(2, bob.enters(1));
        }
    }

    @Test
    void ofManyWhoEnterAtOnceNoTwoAreCalledTheSame() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=20")) {
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                guests.add(server.login("guest" + i));
            }

            guests.forEach(guest -> guest.asksToEnter(0));

            Set<Long> ids = new HashSet<>();
            int refused = 0;
            for (Guest guest : guests) {
                RoomEnterResponse response = responseOf(guest);
                if (response.result().isSuccess()) {
                    assertTrue(ids.add(response.roomUserId()), ids::toString);
                } else {
                    refused++;
                }
            }
            assertEquals(20, ids.size());
            assertEquals(10, refused);
        }
    }

    private static RoomEnterResponse responseOf(Guest guest) {
        return guest.hearsWhatCame().stream()
                .filter(RoomEnterResponse.class::isInstance)
                .map(RoomEnterResponse.class::cast)
                .reduce((one, other) -> fail("two responses: " + one + other))
                .orElseThrow();
    }
}
