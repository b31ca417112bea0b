package gameserver.chat;

import static gameserver.chat.Replies.CHATTED;
import static gameserver.chat.Replies.came;
import static gameserver.chat.Replies.chatRefused;
import static gameserver.chat.Replies.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.testing.NoLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in a room, who hears it, and how long it may be. */
@ExtendWith(NoLeaks.class)
final class RoomChatLoopbackTest {
    private static final int CHAT = 731;

    @Test
    void allInTheRoomHearItAndTheSpeakerHearsItBeforeTheAnswer() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            Guest carol = server.guestIn(0, "carol");
            alice.hears(came(2, "bob"), came(3, "carol"));
            bob.hears(came(3, "carol"));

            bob.chats("안녕 👋").hears(said(2, "안녕 👋"), CHATTED).hearsNothingMore();

            alice.hears(said(2, "안녕 👋")).hearsNothingMore();
            carol.hears(said(2, "안녕 👋")).hearsNothingMore();
        }
    }

    @Test
    void nobodyElseHearsIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest stranger = server.connect();
            Guest outside = server.login("outside");
            Guest elsewhere = server.guestIn(1, "elsewhere");

            server.guestIn(0, "alice").chats("hi").hears(said(1, "hi"), CHATTED);

            stranger.hearsNothingMore();
            outside.hearsNothingMore();
            elsewhere.hearsNothingMore();
        }
    }

    @Test
    void whoComesLaterDoesNotHearIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            server.guestIn(0, "alice").chats("hi").hears(said(1, "hi"), CHATTED);

            server.guestIn(0, "bob").hearsNothingMore();
        }
    }

    @ParameterizedTest
    @CsvSource({"a, 1", "a, 126", "가, 42", "😀, 31", "é, 63"})
    void upTo126BytesAreHeard(String letter, int times) {
        assertHeard(letter.repeat(times));
    }

    @ParameterizedTest
    @CsvSource({"가, 41, 126", "😀, 31, 126", "é, 62, 126"})
    void theBytesOfLettersCountAndNotTheLetters(String letter, int times, int bytes) {
        String letters = letter.repeat(times);
        String message = letters + "x".repeat(bytes - Bytes.utf8(letters).size());

        assertHeard(message);
        assertTooLong(message + "y");
        assertTooLong(message + "é");
        assertTooLong(message.substring(letter.length()) + "가".repeat(2));
    }

    @ParameterizedTest
    @CsvSource({"a, 127", "a, 128", "가, 43", "😀, 32", "a, 1000"})
    void moreThan126BytesAreRefused(String letter, int times) {
        assertTooLong(letter.repeat(times));
    }

    @Test
    void anEmptyMessageIsRefused() {
        assertTooLong("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffff", "0000", "7f00", "ff7f", "0080", "8000"})
    @BinaryOnly
    void aLengthOutOfBoundsIsRefusedWhateverFollows(String lengthHex) {
        for (String rest : new String[] {"", "61", "61".repeat(126), "61".repeat(127), "ff"}) {
            assertAnswered(lengthHex + rest, ErrorCode.CHAT_MESSAGE_LENGTH);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "no length, ''",
        "half a length, 01",
        "a byte too few, 0300 6869",
        "a byte too many, 0100 6869",
        "none of the bytes, 7e00",
        "not UTF-8, 0100 ff",
        "half a Hangul syllable, 0200 eab0",
        "a surrogate, 0300 eda080"
    })
    void aBodyThatIsNoMessageIsRefused(String what, String bodyHex) {
        assertAnswered(bodyHex, ErrorCode.PACKET_DECODING_FAIL);
    }

    @Test
    void aMessageMayHoldAnyCharacters() {
        assertHeard("\u0000");
        assertHeard("a\u0000b\r\n\t\u007f\u0085\uffff\u200f");
        assertHeard(" ");
    }

    private static void assertHeard(String message) {
        assertOutcome(message, true);
    }

    private static void assertTooLong(String message) {
        assertOutcome(message, false);
    }

    private static void assertOutcome(String message, boolean heard) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));

            alice.chats(message);

            if (heard) {
                bob.hears(said(1, message));
                alice.hears(said(1, message), CHATTED);
            } else {
                alice.hears(chatRefused(ErrorCode.CHAT_MESSAGE_LENGTH));
            }
            alice.hearsNothingMore();
            bob.hearsNothingMore();
        }
    }

    private static void assertAnswered(String bodyHex, ErrorCode error) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));

            alice.saysFrame(CHAT, bodyHex);

            alice.hears(chatRefused(error)).hearsNothingMore();
            bob.hearsNothingMore();
            Packet after = said(1, "after");
            alice.chats("after").hears(after, CHATTED);
            bob.hears(after);
            assertEquals(2, server.count(ChatUnderTest::takenPlaces));
        }
    }
}
