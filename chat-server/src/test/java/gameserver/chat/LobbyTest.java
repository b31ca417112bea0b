package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gameserver.chat.ManualChat.Client;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Result;
import gameserver.net.session.CloseReason;
import gameserver.net.testing.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming, going, and whispering. */
final class LobbyTest {
    private static final LoginResponse WELCOME = new LoginResponse(Result.SUCCESS);

    private final ManualChat chat = new ManualChat();

    @ParameterizedTest
    @ValueSource(strings = {"a", "0123456789abcdef", "안녕하세요", "a b", "👋👋👋👋", "\uFFFD"})
    void anIdIsUpToSixteenBytesOfText(String id) {
        chat.connect().says(LoginRequest.of(id, "any")).heard(WELCOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "61 00 62", "61 0a", "7f", "c2 80", "c3", "ff fe", "ed a0 80"})
    void noIdIsEmptyOrHasControlCharactersOrIsNoText(String hex) {
        LoginRequest request = new LoginRequest(Bytes.of(Hex.bytes(hex)), Bytes.of());

        chat.connect().isRefused(request, ErrorCode.LOGIN_INVALID_ID);

        assertEquals(0, chat.users());
    }

    @Test
    void anotherFormatOfBodiesBringsNoLongerIdEither() {
        chat.connect()
                .isRefused(LoginRequest.of("0123456789abcdefg", ""), ErrorCode.LOGIN_INVALID_ID);
    }

    @Test
    void aSessionLogsInOnce() {
        Client alice = chat.login("alice");

        alice.isRefused(LoginRequest.of("alice", ""), ErrorCode.LOGIN_DUPLICATE);
        alice.isRefused(LoginRequest.of("bob", ""), ErrorCode.LOGIN_DUPLICATE);
        alice.isRefused(LoginRequest.of("", ""), ErrorCode.LOGIN_DUPLICATE);

        assertEquals(1, chat.users());
    }

    @Test
    void anIdLogsInOnce() {
        Client alice = chat.login("alice");

        chat.connect().isRefused(LoginRequest.of("alice", ""), ErrorCode.LOGIN_DUPLICATE);

        assertNull(alice.closedFor());
        alice.vanishes();
        chat.connect().says(LoginRequest.of("alice", "")).heard(WELCOME);
    }

    @Test
    void whereTheNewerWinsTheOlderIsEndedAndLeavesItsRoom() {
        ManualChat replacing = new ManualChat("--duplicate-login=replace");
        Client older = replacing.enter("alice", 0);
        Client bob = replacing.enter("bob", 0);
        older.forgets();

        Client newer = replacing.connect().says(LoginRequest.of("alice", ""));

        newer.heard(WELCOME);
        bob.heard(new RoomLeaveUserNotify(1));
        assertEquals(CloseReason.LOGGED_IN_ELSEWHERE, older.closedFor());
        assertEquals(2, replacing.users());
        assertEquals(1, replacing.members());
    }

    @Test
    void theEndOfTheOlderDoesNotLogTheNewerOut() {
        ManualChat replacing = new ManualChat("--duplicate-login=replace");
        Client older = replacing.login("alice");
        Client newer = replacing.login("alice");

        older.vanishes();

        assertEquals(1, replacing.users());
        replacing.login("bob").says(new WhisperRequest("alice", "hi"));
        newer.heard(new WhisperNotify("bob", "hi"));
    }

    @Test
    void whispersReachTheOneTheyAreFor() {
        Client alice = chat.enter("alice", 0);
        Client bob = chat.login("bob");
        Client carol = chat.enter("carol", 0);
        alice.forgets();

        bob.says(new WhisperRequest("alice", "안녕"));

        bob.heard(new WhisperResponse(Result.SUCCESS));
        alice.heard(new WhisperNotify("bob", "안녕"));
        carol.heard();
    }

    @Test
    void nobodyWhispersToThemselvesOrToNobody() {
        Client alice = chat.login("alice");
        chat.login("bob").vanishes();

        alice.isRefused(new WhisperRequest("alice", "hi"), ErrorCode.WHISPER_SELF);
        alice.isRefused(new WhisperRequest("bob", "hi"), ErrorCode.WHISPER_USER_NOT_FOUND);
        alice.isRefused(new WhisperRequest("", "hi"), ErrorCode.WHISPER_USER_NOT_FOUND);
    }

    @Test
    void everythingElseNeedsALogin() {
        Client client = chat.connect();

        client.says(new RoomChatRequest("hi")).heard(ErrorNotify.of(ErrorCode.NOT_LOGGED_IN));
        client.says(new WhisperRequest("a", "b")).heard(ErrorNotify.of(ErrorCode.NOT_LOGGED_IN));

        client.vanishes();
        assertEquals(0, chat.users());
    }
}
