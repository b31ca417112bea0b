package gameserver.chat;

import static gameserver.chat.Replies.LOGGED_IN;
import static gameserver.chat.Replies.loginRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may log in, as whom, and how often. */
@ExtendWith(NoLeaks.class)
final class LoginLoopbackTest {
    private static final int LOGIN = 701;

    @ParameterizedTest
    @ValueSource(strings = {"", "70 77", "ff fe fd", "00 01 02", "7f 80 ea b0 80"})
    @BinaryOnly
    void anyPasswordWillDo(String passwordHex) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.connect();

            alice.saysFrame(LOGIN, padded(Hex.bytes("61")) + padded(Hex.bytes(passwordHex)));

            alice.hears(LOGGED_IN).hearsNothingMore();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "sixteen-bytes-ab",
                "가",
                "다섯글자이a",
                "🀄🀄🀄🀄",
                "ÿ",
                "\u00a0",
                "\uffff"
            })
    void anyTextIsAnId(String id) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = server.login("neighbour");
            Guest guest = server.login(id);

            guest.hearsNothingMore();
            neighbour.whispersTo(id, "hi").hears(Replies.WHISPERED);
            guest.hears(Replies.whisper("neighbour", "hi"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "nothing at all, ''",
        "NUL before the rest, 00 61",
        "NUL in the middle, 61 00 62",
        "NUL before the last byte, 61 61 61 61 61 61 61 61 61 61 61 61 61 61 00 61",
        "the first of C0, 61 01",
        "a tabulator, 61 09 62",
        "a line end, 0a",
        "the last of C0, 1f 61",
        "DEL, 61 7f",
        "the first of C1, 61 c2 80",
        "NEL, c2 85",
        "the last of C1, c2 9f",
        "a byte that is never in UTF-8, 61 ff",
        "half a Hangul syllable, 61 ea b0",
        "the rest of a Hangul syllable, b0 80",
        "an overlong a, c1 a1",
        "an overlong NUL, 61 c0 80",
        "a surrogate, ed a0 80",
        "beyond Unicode, f4 90 80 80",
        "cut at 16 bytes, 61 61 61 61 61 61 61 61 61 61 61 61 61 61 ea b0"
    })
    @BinaryOnly
    void whatIsNoTextIsNoId(String what, String idHex) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest guest = server.connect();

            guest.saysFrame(LOGIN, padded(Hex.bytes(idHex)) + padded(Hex.bytes("70 77")));

            guest.hears(loginRefused(ErrorCode.LOGIN_INVALID_ID)).hearsNothingMore();
            guest.asksToEnter(0).hearsError(ErrorCode.NOT_LOGGED_IN);
            guest.logsIn("alice").hearsNothingMore();
        }
    }

    @Test
    void anIdThatIsLoggedInIsRefusedToOthersByDefault() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest other = server.connect();

            other.says(LoginRequest.of("alice", "other password"));

            other.hears(loginRefused(ErrorCode.LOGIN_DUPLICATE)).hearsNothingMore();
            alice.hearsNothingMore();
            other.logsIn("Alice").hearsNothingMore();
        }
    }

    @Test
    void anIdIsFreeAgainWhenItsConnectionIsLost() {
        try (ChatTestServer server = ChatTestServer.start()) {
            for (int i = 0; i < 3; i++) {
                Guest alice = server.guestIn(0, "alice");
                alice.vanishes();
                server.awaitUsers(0);
            }
        }
    }

    @Test
    void aRefusedLoginTakesNothing() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            server.connect()
                    .says(LoginRequest.of("alice", ""))
                    .hears(loginRefused(ErrorCode.LOGIN_DUPLICATE))
                    .vanishes();
            alice.whispersTo("nobody", "hi")
                    .hears(Replies.whisperRefused(ErrorCode.WHISPER_USER_NOT_FOUND));
            server.connect()
                    .says(LoginRequest.of("alice", ""))
                    .hears(loginRefused(ErrorCode.LOGIN_DUPLICATE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "bob"})
    void aSessionLogsInOnce(String secondId) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest neighbour = server.login("neighbour");

            alice.says(LoginRequest.of(secondId, "pw"));

            alice.hears(loginRefused(ErrorCode.LOGIN_DUPLICATE)).hearsNothingMore();
            neighbour.whispersTo("alice", "still you?").hears(Replies.WHISPERED);
            alice.hears(Replies.whisper("neighbour", "still you?"));
            if (secondId.equals("bob")) {
                server.login("bob").hearsNothingMore();
            }
        }
    }

    @Test
    void aSessionInARoomDoesNotLogInAgainAndStaysThere() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");

            alice.says(LoginRequest.of("bob", "pw"));

            alice.hears(loginRefused(ErrorCode.LOGIN_DUPLICATE));
            alice.chats("here").hears(Replies.said(1, "here"), Replies.CHATTED).hearsNothingMore();
        }
    }

    @Test
    void ofManyWhoWantOneIdAtOnceOneGetsIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            List<Guest> guests = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                guests.add(server.connect());
            }

            guests.forEach(guest -> guest.says(new LoginRequest(Bytes.utf8("one"), Bytes.of())));

            List<LoginResponse> answers =
                    guests.stream().map(guest -> guest.hears(LoginResponse.class)).toList();
            assertEquals(1, Collections.frequency(answers, LOGGED_IN));
            assertEquals(
                    19, Collections.frequency(answers, loginRefused(ErrorCode.LOGIN_DUPLICATE)));
            guests.forEach(Guest::hearsNothingMore);
        }
    }

    private static String padded(byte[] field) {
        return Bytes.of(Arrays.copyOf(field, LoginRequest.SIZE)).toString();
    }
}
