package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.InviteAnswerNotify;
import gameserver.chat.packet.InviteAnswerRequest;
import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.chat.packet.InviteNotify;
import gameserver.chat.packet.InviteRequest;
import gameserver.chat.packet.InviteResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomLeaveResponse;
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.client.Frame;
import gameserver.net.client.Frame.Direction;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PingResponse;
import gameserver.net.packet.Result;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person reads of what a server says. */
final class ChatViewTest {
    private static final String NOTHING = "";

    private final ChatView view = new ChatView(Style.PLAIN);

    private void send(Packet packet) {
        view.see(frame(Direction.SENT, packet));
    }

    private String receive(Packet packet) {
        return view.see(frame(Direction.RECEIVED, packet)).orElseThrow();
    }

    private static Frame frame(Direction direction, Packet packet) {
        return new Frame(direction, Instant.EPOCH, Bytes.of(), packet);
    }

    private String logIn(String name) {
        send(LoginRequest.of(name, "pw"));
        return receive(new LoginResponse(Result.SUCCESS));
    }

    private static RoomEnterResponse entered(int room, long roomUserId) {
        return new RoomEnterResponse(Result.SUCCESS, room, roomUserId);
    }

    private static RoomUserListNotify list(RoomUser... users) {
        return new RoomUserListNotify(Arrays.asList(users));
    }

    @Test
    void saysWhoOneIs() {
        assertEquals("* you are logged in as 하늘", logIn("하늘"));
    }

    @Test
    void saysWhyALoginIsRefused() {
        send(LoginRequest.of("alice", "pw"));

        assertEquals(
                "[login refused: 111 LOGIN_DUPLICATE, this name is logged in, or you are already]",
                receive(new LoginResponse(Result.of(ErrorCode.LOGIN_DUPLICATE))));
    }

    @Test
    void saysWhatToDoAboutAnError() {
        assertEquals(
                "[54 NOT_IN_ROOM, say 'enter' first]",
                receive(ErrorNotify.of(ErrorCode.NOT_IN_ROOM)));
        assertEquals("[999]", receive(new ErrorNotify((short) 999)));
    }

    @ParameterizedTest
    @EnumSource
    void hasAWordOnEveryError(ErrorCode error) {
        String advice = Advice.on(Result.of(error));

        assertTrue(advice.startsWith(error.number() + " " + error + ", "), advice);
    }

    @Test
    void leavesOtherPacketsToOthers() {
        Frame pong = frame(Direction.RECEIVED, new PingResponse(null));

        assertEquals(Optional.empty(), view.see(pong));
    }

    @Nested
    final class InARoom {
        @BeforeEach
        void enter() {
            logIn("alice");
            receive(list(new RoomUser(4, "bob"), new RoomUser(6, "다나")));
            receive(entered(3, 7));
        }

        @Test
        void namesWhoSpeaks() {
            assertEquals("bob: hi", receive(new RoomChatNotify(4, "hi")));
            assertEquals("다나: 안녕", receive(new RoomChatNotify(6, "안녕")));
            assertEquals("alice: hello", receive(new RoomChatNotify(7, "hello")));
            assertEquals(NOTHING, receive(new RoomChatResponse(Result.SUCCESS)));
        }

        @Test
        void callsAStrangerByNumber() {
            assertEquals("user 99: hi", receive(new RoomChatNotify(99, "hi")));
        }

        @Test
        void knowsWhoComesAndGoes() {
            assertEquals("* carol has entered", receive(new RoomNewUserNotify(8, "carol")));
            assertEquals("carol: hi", receive(new RoomChatNotify(8, "hi")));
            assertEquals("* bob has left", receive(new RoomLeaveUserNotify(4)));
            assertEquals("room 3: 다나, alice (you), carol", view.who());
            assertEquals(List.of("다나", "carol"), view.others());
        }

        @Test
        void forgetsTheRoomAfterLeaving() {
            assertEquals(
                    "* you have left the room", receive(new RoomLeaveResponse(Result.SUCCESS)));
            assertEquals("you are in no room; say 'enter' first", view.who());
            assertEquals("* you are alone in room 3", receive(entered(3, 9)));
        }

        @Test
        void takesTheNextRoomForTheOldOne() {
            receive(list(new RoomUser(1, "erin")));

            assertEquals("* you are in room 5 with erin", receive(entered(5, 2)));
            assertEquals("user 4: hi", receive(new RoomChatNotify(4, "hi")));
        }

        @Test
        void staysWhereItWasWhenAnotherRoomIsFull() {
            var full = new RoomEnterResponse(Result.of(ErrorCode.ENTER_ROOM_FULL), 0, 0);

            assertEquals(
                    "[enter refused: 134 ENTER_ROOM_FULL, the room is full; 'enter' alone finds"
                            + " another]",
                    receive(full));
            assertEquals("room 3: bob, 다나, alice (you)", view.who());
        }

        @Test
        void showsRelayedTextAndBytes() {
            assertEquals("bob relays: 안녕", receive(new RoomRelayNotify(4, Bytes.utf8("안녕"))));
            assertEquals(
                    "bob relays: 0x00ff",
                    receive(new RoomRelayNotify(4, Bytes.of((byte) 0, (byte) 0xff))));
        }

        @Test
        void leavesNothingToObeyForTheTerminal() {
            receive(new RoomNewUserNotify(8, "\033[2Jeve"));

            assertEquals(
                    "\\u{1b}[2Jeve: a\\u{a}b \"c\" \\d",
                    receive(new RoomChatNotify(8, "a\nb \"c\" \\d")));
            assertEquals("room 3: bob, 다나, alice (you), \\u{1b}[2Jeve", view.who());
        }

        @Test
        void forgetsEverythingWithTheConnection() {
            receive(new InviteNotify(12, 5, "bob"));

            view.forget();

            assertEquals("you are in no room; say 'enter' first", view.who());
            assertEquals(Optional.empty(), view.newestInvitation());
        }
    }

    @Test
    void showsWhispersOfBothSides() {
        send(new WhisperRequest("bob", "psst"));

        assertEquals("bob whispers: 비밀", receive(new WhisperNotify("bob", "비밀")));
        assertEquals("you whisper to bob: psst", receive(new WhisperResponse(Result.SUCCESS)));
    }

    @Test
    void tellsWhichWhisperHasArrived() {
        send(new WhisperRequest("bob", "one"));
        send(new WhisperRequest("nobody", "two"));
        send(new WhisperRequest("carol", "three"));

        assertEquals("you whisper to bob: one", receive(new WhisperResponse(Result.SUCCESS)));
        assertEquals(
                "[whisper refused: 191 WHISPER_USER_NOT_FOUND, nobody of that name is here]",
                receive(new WhisperResponse(Result.of(ErrorCode.WHISPER_USER_NOT_FOUND))));
        assertEquals("you whisper to carol: three", receive(new WhisperResponse(Result.SUCCESS)));
    }

    @Test
    void forgetsARequestThatAnErrorHasAnswered() {
        send(new WhisperRequest("bob", "too early"));
        receive(ErrorNotify.of(ErrorCode.NOT_LOGGED_IN));
        logIn("alice");
        send(new WhisperRequest("carol", "in time"));

        assertEquals("you whisper to carol: in time", receive(new WhisperResponse(Result.SUCCESS)));
    }

    @Test
    void numbersInvitationsWhenThereAreSeveral() {
        assertEquals(
                "* bob invites you into room 5; say 'accept' or 'decline'",
                receive(new InviteNotify(12, 5, "bob")));
        assertEquals(
                "* carol invites you into room 6; say 'accept 13' or 'decline 13'",
                receive(new InviteNotify(13, 6, "carol")));
        assertEquals(Optional.of(13L), view.newestInvitation());
    }

    @Test
    void anAnsweredInvitationIsGone() {
        receive(new InviteNotify(12, 5, "bob"));
        send(new InviteAnswerRequest(12, false));

        assertEquals("* you have declined", receive(new InviteAnswerResponse(Result.SUCCESS)));
        assertEquals(Optional.empty(), view.newestInvitation());
    }

    @Test
    void anInvitationIntoAFullRoomStays() {
        receive(new InviteNotify(12, 5, "bob"));
        send(new InviteAnswerRequest(12, true));

        assertEquals(
                "[accept refused: 134 ENTER_ROOM_FULL, the room is full; 'enter' alone finds"
                        + " another]",
                receive(new InviteAnswerResponse(Result.of(ErrorCode.ENTER_ROOM_FULL))));
        assertEquals(Optional.of(12L), view.newestInvitation());
    }

    @Test
    void tellsTheInviterWhatBecomesOfIt() {
        send(new InviteRequest("bob"));

        assertEquals("* bob is invited", receive(new InviteResponse(Result.SUCCESS, 12)));
        assertEquals(
                "* bob has accepted your invitation",
                receive(new InviteAnswerNotify(12, true, "bob")));
        assertEquals(
                "* bob has declined your invitation, or let it expire",
                receive(new InviteAnswerNotify(12, false, "bob")));
    }
}
