package gameserver.chat;

import static gameserver.chat.Replies.WHISPERED;
import static gameserver.chat.Replies.whisper;
import static gameserver.chat.Replies.whisperRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What one user says to one other, wherever the two are. */
@ExtendWith(NoLeaks.class)
final class WhisperLoopbackTest {
    private static final int WHISPER = 771;
    private static final int OUTSIDE = -1;

    @ParameterizedTest
    @CsvSource({"-1, -1", "-1, 0", "0, -1", "0, 0", "0, 1"})
    void reachesAUserInARoomOrNot(int roomOfSender, int roomOfReceiver) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest third = server.guestIn(0, "third");
            Guest alice = whoIsIn(roomOfSender, server.login("alice"));
            Guest bob = whoIsIn(roomOfReceiver, server.login("bob"));
            third.hearsWhatCame();
            alice.hearsWhatCame();

            alice.whispersTo("bob", "쉿 🤫").hears(WHISPERED).hearsNothingMore();

            bob.hears(whisper("alice", "쉿 🤫")).hearsNothingMore();
            third.hearsNothingMore();
        }
    }

    private static Guest whoIsIn(int room, Guest guest) {
        if (room != OUTSIDE) {
            guest.enters(room);
        }
        return guest;
    }

    @ParameterizedTest
    @ValueSource(strings = {"가나다라마b", "sixteen-bytes-ab", "🀄🀄🀄🀄", " "})
    void reachesUsersWhateverTheirIds(String id) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login(id);
            Guest alice = server.login("보낸이");

            alice.whispersTo(id, "hi").hears(WHISPERED);

            bob.hears(whisper("보낸이", "hi")).hearsNothingMore();
        }
    }

    @Test
    @BinaryOnly
    void isAnsweredInBytesAsTheProtocolSays() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("b");
            Guest alice = server.login("al");

            alice.saysFrame(WHISPER, "01 62 0300 ea b0 80");

            alice.hearsHex("0700 0403 00 0100").hearsNothingMore();
            bob.hearsHex("0d00 0503 00 02 616c 0300 eab080").hearsNothingMore();
        }
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "a, 126", "가, 42", "é, 63"})
    void upTo126BytesAreHeard(String letter, int times) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("bob");
            String message = letter.repeat(times);

            server.login("alice").whispersTo("bob", message).hears(WHISPERED);

            bob.hears(whisper("alice", message)).hearsNothingMore();
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "a, 127", "a, 128", "가, 43", "😀, 32"})
    void otherLengthsAreRefused(String letter, int times) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("bob");
            Guest alice = server.login("alice");

            alice.whispersTo("bob", letter.repeat(times));

            alice.hears(whisperRefused(ErrorCode.WHISPER_MESSAGE_LENGTH)).hearsNothingMore();
            bob.hearsNothingMore();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffff", "0000", "7f00", "ff7f", "0080", "8000"})
    @BinaryOnly
    void aLengthOutOfBoundsIsRefusedWhateverFollows(String lengthHex) {
        for (String rest : new String[] {"", "61", "61".repeat(126), "61".repeat(127), "ff"}) {
            assertAnswered("01 62" + lengthHex + rest, ErrorCode.WHISPER_MESSAGE_LENGTH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing, ''",
        "no receiver, 01",
        "a receiver that is cut, 03 62 62",
        "no length, 01 62",
        "half a length, 01 62 01",
        "a byte too few, 01 62 0300 6869",
        "a byte too many, 01 62 0100 6869",
        "a message that is not UTF-8, 01 62 0100 ff",
        "a receiver that reaches over the end, ff 62 0100 61"
    })
    void aBodyThatIsNoWhisperIsRefused(String what, String bodyHex) {
        assertAnswered(bodyHex, ErrorCode.PACKET_DECODING_FAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "nobody, 01 63",
        "no id, 00",
        "more than the id, 02 62 62",
        "the id and a NUL, 02 62 00",
        "another case, 01 42",
        "longer than any id, 11 6262626262626262626262626262626262"
    })
    @BinaryOnly
    void thereIsNobodyOfThatId(String what, String receiverHex) {
        assertAnswered(receiverHex + "0100 61", ErrorCode.WHISPER_USER_NOT_FOUND);
    }

    private static void assertAnswered(String bodyHex, ErrorCode error) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.login("b");
            Guest alice = server.login("a");

            alice.saysFrame(WHISPER, bodyHex);

            alice.hears(whisperRefused(error)).hearsNothingMore();
            alice.whispersTo("b", "after").hears(WHISPERED).hearsNothingMore();
            bob.hears(whisper("a", "after")).hearsNothingMore();
        }
    }

    @Test
    void nobodyWhispersToThemselves() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");

            alice.whispersTo("alice", "hi");

            alice.hears(whisperRefused(ErrorCode.WHISPER_SELF)).hearsNothingMore();
        }
    }

    @Test
    void whoIsNotLoggedInOrGoneIsNotFound() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest bob = server.connect();

            alice.whispersTo("bob", "hi");
            alice.hears(whisperRefused(ErrorCode.WHISPER_USER_NOT_FOUND));
            bob.logsIn("bob").vanishes();
            server.awaitUsers(1);
            alice.whispersTo("bob", "hi");
            alice.hears(whisperRefused(ErrorCode.WHISPER_USER_NOT_FOUND)).hearsNothingMore();
        }
    }

    @Test
    void whoLeftARoomIsStillReached() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest bob = server.guestIn(0, "bob").asksToLeave().hears(Replies.LEFT);

            server.login("alice").whispersTo("bob", "hi").hears(WHISPERED);

            bob.hears(whisper("alice", "hi")).hearsNothingMore();
        }
    }

    @Test
    void manyComeInTheOrderInWhichTheyWereSaid() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest bob = server.guestIn(0, "bob");
            for (int i = 0; i < 500; i++) {
                alice.whispersTo("bob", "whisper " + i);
                bob.whispersTo("alice", "answer " + i);
            }

            assertHeardInOrder(alice, "bob", "answer ");
            assertHeardInOrder(bob, "alice", "whisper ");
        }
    }

    private static void assertHeardInOrder(Guest guest, String from, String message) {
        int whispers = 0;
        int answers = 0;
        while (whispers < 500 || answers < 500) {
            Packet packet = guest.hears();
            if (packet.equals(WHISPERED)) {
                answers++;
            } else {
                assertEquals(whisper(from, message + whispers++), packet);
            }
        }
        guest.hearsNothingMore();
    }
}
