package gameserver.chat;

import static gameserver.chat.Replies.CHATTED;
import static gameserver.chat.Replies.WHISPERED;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.said;
import static gameserver.chat.Replies.went;
import static gameserver.chat.Replies.whisper;
import static gameserver.chat.Replies.whisperRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that end right before, right after or in the middle of everything. */
@ExtendWith(NoLeaks.class)
@ManyFrames
final class VanishLoopbackTest {
    private static final int TRIES = 20;

    /** What somebody says last. */
    enum LastWords {
        NOTHING(""),
        HALF_A_HEADER("0c00 db"),
        HALF_A_CHAT("0c00 db02 00 0500 68"),
        A_CHAT("0800 db02 00 0100 61"),
        A_RELAY("0600 e502 00 61"),
        A_LEAVE("0500 d602 00"),
        A_LEAVE_AND_A_HALF("0500 d602 00" + "0500 d6"),
        A_SECOND_ENTER("0900 d102 00 01000000"),
        LEAVE_AND_ENTER("0500 d602 00" + "0900 d102 00 00000000"),
        A_WHISPER("0a00 0303 00 01 62 0100 61"),
        AN_INVITATION("0700 0d03 00 01 62"),
        BAD_BODIES("0600 d102 00 00" + "0600 db02 00 00" + "0700 db02 00 ffff"),
        NO_FRAME_AT_ALL("ffff ffff ff");

        private final String hex;

        LastWords(String hex) {
            this.hex = hex;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRoomSeesWhoeverVanishesGoOnce(LastWords words) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest stays = server.guestIn(0, "stays");
            server.login("b");
            for (int i = 0; i < TRIES; i++) {
                Guest goes = server.login("goes");
                long id = goes.enters(0);
                stays.hears(came(id, "goes"));

                goes.saysHex(words.hex).vanishes();

                List<Packet> last = stays.hearsUntil(went(id));
                assertTrue(last.size() <= 1, last::toString);
                for (Packet packet : last) {
                    Packet chat = said(id, "a");
                    Packet relay = new RoomRelayNotify(id, Bytes.utf8("a"));
                    assertEquals(words == LastWords.A_RELAY ? relay : chat, packet);
                }
                server.awaitUsers(2);
                List<Packet> back = stays.hearsWhatCame();
                if (words == LastWords.LEAVE_AND_ENTER && !back.isEmpty()) {
                    // Had there been more, another had come.
                    assertEquals(2, back.size(), back::toString);
                } else {
                    assertEquals(List.of(), back);
                }
            }
            long next = server.login("next").enters(0);
            stays.hears(came(next, "next")).chats("hi").hears(said(1, "hi"), CHATTED);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void whoEntersAndVanishesAtOnceIsSeenToComeAndGoOrNotAtAll(boolean inOnePiece) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest stays = server.guestIn(0, "stays");
            String login = "2500 bd02 00 78" + "00".repeat(31);
            String enter = "0900 d102 00 00000000";
            for (int i = 0; i < TRIES; i++) {
                Guest goes = server.connect();
                if (inOnePiece) {
                    goes.saysHex(login + enter).vanishes();
                } else {
                    goes.logsIn("x").saysHex(enter).vanishes();
                }
                server.awaitSessions(1, i + 2);
                server.awaitUsers(1);
                assertCameAndWent(stays.hearsWhatCame());
            }
        }
    }

    private static void assertCameAndWent(List<Packet> seen) {
        if (!seen.isEmpty()) {
            long id = ((RoomNewUserNotify) seen.get(0)).roomUserId();
            assertEquals(List.of(came(id, "x"), went(id)), seen);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aWhisperThatMeetsTheEndOfItsReceiverIsAnsweredOnce(boolean receiverGoesFirst) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            for (int i = 0; i < TRIES; i++) {
                Guest bob = server.login("bob");
                if (receiverGoesFirst) {
                    bob.vanishes();
                    alice.whispersTo("bob", "hi");
                } else {
                    alice.whispersTo("bob", "hi");
                    bob.vanishes();
                }

                Packet answer = alice.hears();

                if (!answer.equals(WHISPERED)) {
                    assertEquals(whisperRefused(ErrorCode.WHISPER_USER_NOT_FOUND), answer);
                }
                alice.hearsNothingMore();
                server.awaitUsers(1);
            }
        }
    }

    @Test
    void aWhisperAndThenTheEndOfItsSenderReachesTheReceiverOrNobody() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("bob");
            for (int i = 0; i < TRIES; i++) {
                server.login("alice").whispersTo("bob", "bye").saysHex("0700").vanishes();
                server.awaitUsers(1);

                List<Packet> heard = bob.hearsWhatCame();

                assertTrue(
                        heard.isEmpty() || heard.equals(List.of(whisper("alice", "bye"))),
                        heard::toString);
            }
        }
    }

    @Test
    void aWholeRoomThatVanishesAtOnceLeavesTheOneWhoStaysAlone() {
        try (ChatTestServer server = ChatTestServer.start("--room-size=41")) {
            Guest stays = server.guestIn(0, "stays");
            List<Guest> crowd =
                    IntStream.range(0, 40).mapToObj(i -> server.guestIn(0, "guest" + i)).toList();
            assertEquals(40, stays.hearsWhatCame().size());

            crowd.forEach(Guest::vanishes);
            server.awaitUsers(1);

            List<Packet> seen = stays.hearsWhatCame();
            assertEquals(40, seen.stream().distinct().count());
            assertEquals(40, seen.size());
            stays.chats("alone").hears(said(1, "alone"), CHATTED).hearsNothingMore();
        }
    }

    @Test
    @BinaryOnly
    void halfAFrameOfOneDoesNotHoldUpTheOthers() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest slow = server.guestIn(0, "slow");
            Guest alice = server.guestIn(0, "alice");
            slow.hears(came(2, "alice"));

            slow.saysHex("0800 db02 00 01");
            alice.chats("one").hears(said(2, "one"), CHATTED);
            slow.hears(said(2, "one")).saysHex("00");
            alice.chats("two").hears(said(2, "two"), CHATTED);
            slow.hears(said(2, "two")).saysHex("61");

            slow.hears(said(1, "a"), CHATTED).hearsNothingMore();
            alice.hears(said(1, "a")).hearsNothingMore();
        }
    }
}
