package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everyone in a room sees the same things happen in the same order. */
@ExtendWith(NoLeaks.class)
final class RoomOrderLoopbackTest {
    private static final int SPEAKERS = 5;
    private static final int MESSAGES = 300;

    @ManyFrames
    @Test
    void manyWhoSpeakAtOnceAreHeardInOneOrder() {
        try (ChatTestServer server = ChatTestServer.start()) {
            List<Guest> speakers = speakers(server);

            speakAtOnce(speakers);

            List<Packet> heardByOne = new ArrayList<>();
            for (int i = 0; i < SPEAKERS; i++) {
                Guest speaker = speakers.get(i);
                List<Packet> notices = new ArrayList<>();
                int answers = 0;
                while (notices.size() < SPEAKERS * MESSAGES || answers < MESSAGES) {
                    Packet packet = speaker.hears();
                    if (packet.equals(Replies.CHATTED)) {
                        // An answer comes at once after what it answers.
                        assertEquals(
                                Replies.said(i + 1, "message " + answers),
                                notices.get(notices.size() - 1));
                        answers++;
                    } else {
                        notices.add(packet);
                    }
                }
                speaker.hearsNothingMore();
                if (heardByOne.isEmpty()) {
                    heardByOne.addAll(notices);
                }
                assertEquals(heardByOne, notices);
            }
            for (int i = 0; i < SPEAKERS; i++) {
                assertInTheirOrder(i + 1, heardByOne);
            }
        }
    }

    private static List<Guest> speakers(ChatTestServer server) {
        List<Guest> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            speakers.add(server.guestIn(0, "speaker" + i));
        }
        speakers.forEach(Guest::hearsWhatCame);
        return speakers;
    }

    private static void speakAtOnce(List<Guest> speakers) {
        for (int message = 0; message < MESSAGES; message++) {
            for (Guest speaker : speakers) {
                speaker.chats("message " + message);
            }
        }
    }

    private static void assertInTheirOrder(long speaker, List<Packet> notices) {
        int next = 0;
        for (Packet packet : notices) {
            if (packet instanceof RoomChatNotify chat && chat.roomUserId() == speaker) {
                assertEquals("message " + next++, chat.message());
            }
        }
        assertEquals(MESSAGES, next);
    }

    @Test
    void whoComesAndGoesDoesSoInTurnWithWhatIsSaid() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest watcher = server.guestIn(0, "watcher");
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                guests.add(server.login("guest" + i));
            }

            for (int visit = 0; visit < 30; visit++) {
                for (Guest guest : guests) {
                    guest.asksToEnter(0).chats("hello");
                    guest.says(new RoomRelayRequest(Bytes.of((byte) visit))).asksToLeave();
                }
            }

            for (Guest guest : guests) {
                assertSeesOnlyThoseWhoAreThere(guest.hearsWhatCame());
            }
            List<Packet> seen = watcher.hearsWhatCame();
            seen.add(0, new RoomEnterResponse(Result.SUCCESS, 0, 1));
            assertSeesOnlyThoseWhoAreThere(seen);
            assertEquals(1 + 8 * 30 * 4, seen.size());
        }
    }

    /** Nobody is heard who has not come, has gone, or has not been listed; nobody comes twice. */
    private static void assertSeesOnlyThoseWhoAreThere(List<Packet> heard) {
        Set<Long> there = new HashSet<>();
        long self = 0;
        for (Packet packet : heard) {
            if (packet instanceof RoomUserListNotify list) {
                assertTrue(there.isEmpty() && self == 0, heard::toString);
                there.addAll(list.users().stream().map(RoomUser::roomUserId).toList());
            } else if (packet instanceof RoomEnterResponse response) {
                self = response.roomUserId();
                assertTrue(response.result().isSuccess() && there.add(self), heard::toString);
            } else if (packet instanceof RoomNewUserNotify user) {
                assertTrue(self != 0 && there.add(user.roomUserId()), heard::toString);
            } else if (packet instanceof RoomLeaveUserNotify user) {
                assertTrue(self != 0 && there.remove(user.roomUserId()), heard::toString);
            } else if (packet instanceof RoomChatNotify chat) {
                assertTrue(self != 0 && there.contains(chat.roomUserId()), heard::toString);
            } else if (packet instanceof RoomRelayNotify relay) {
                assertTrue(self != 0 && there.contains(relay.roomUserId()), heard::toString);
            } else if (packet.equals(Replies.CHATTED)) {
                assertTrue(there.contains(self), heard::toString);
            } else if (packet.equals(Replies.LEFT)) {
                there.clear();
                self = 0;
            } else {
                fail("heard " + packet);
            }
        }
    }
}
