package gameserver.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.options.HostPort;
import gameserver.net.testing.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What two people at prompts read of each other, with the real server between them. */
@Timeout(60)
final class ConversationIT {
    private static ServerProcess server;
    private static HostPort address;

    private Person alice;
    private Person haneul;

    @BeforeAll
    static void startServer() {
        server = ChatServerJar.start("--rooms=5", "--room-size=2");
        address = server.awaitReady();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void logIn() throws Exception {
        alice = Person.logIn(address, "alice");
        haneul = Person.logIn(address, "하늘");
    }

    @AfterEach
    void leave() {
        alice.close();
        haneul.close();
    }

    private void meetInRoom3() throws Exception {
        alice.saysAndReads("enter 3", "* you are alone in room 3");
        haneul.saysAndReads("enter 3", "* you are in room 3 with alice");
        alice.reads("* 하늘 has entered");
    }

    @Test
    void talkInARoom() throws Exception {
        meetInRoom3();

        haneul.saysAndReads("chat 안녕 hi", "하늘: 안녕 hi");
        alice.reads("하늘: 안녕 hi");
        alice.saysAndReads("who", "room 3: alice (you), 하늘");
        haneul.saysAndReads("relay 0xff00", "하늘 relays: 0xff00");
        alice.reads("하늘 relays: 0xff00");
        haneul.saysAndReads("leave", "* you have left the room");
        alice.reads("* 하늘 has left");
    }

    @Test
    void whisper() throws Exception {
        alice.saysAndReads("whisper 하늘 hi there", "you whisper to 하늘: hi there");
        haneul.reads("alice whispers: hi there");
        alice.saysAndReads(
                "whisper nobody hi",
                "[whisper refused: 191 WHISPER_USER_NOT_FOUND, nobody of that name is here]");
    }

    @Test
    void inviteFromOneRoomToAnother() throws Exception {
        alice.saysAndReads("enter 1", "* you are alone in room 1");
        haneul.saysAndReads("enter 2", "* you are alone in room 2");

        alice.saysAndReads("invite 하늘", "* 하늘 is invited");
        haneul.reads("* alice invites you into room 1; say 'accept' or 'decline'");
        haneul.saysAndReads("decline", "* you have declined");
        alice.reads("* 하늘 has declined your invitation, or let it expire");

        alice.saysAndReads("invite 하늘", "* 하늘 is invited");
        haneul.reads("* alice invites you into room 1; say 'accept' or 'decline'");
        haneul.saysAndReads("accept", "* you are in room 1 with alice");
        alice.reads("* 하늘 has entered");
        alice.reads("* 하늘 has accepted your invitation");
        haneul.saysAndReads("chat here", "하늘: here");
    }

    @Test
    void areToldWhatToDoAboutErrors() throws Exception {
        alice.saysAndReads("chat hi", "[chat refused: 54 NOT_IN_ROOM, say 'enter' first]");
        alice.saysAndReads(
                "enter 77",
                "[enter refused: 122 ROOM_INVALID_NUMBER, there is no such room; 'enter' alone"
                        + " finds one]");
        alice.saysAndReads(
                "accept 77",
                "[accept refused: 197 INVITE_NOT_FOUND, the invitation is answered, has expired,"
                        + " or never was]");
        alice.saysAndReads(
                "raw 0500 0f27 00",
                "[53 UNKNOWN_PACKET_ID, this server does not know that packet]");
        alice.saysAndReads("ping 7", "<-- PING_RES number=7");
    }

    @Test
    void findACommandWrongBeforeItIsSent() {
        assertFails("accept", "nobody has invited you");
        assertFails("accept soon", "'soon' is not the number of an invitation");
        assertFails("enter here", "'here' is not the number of a room");
        assertFails("chat", "usage: chat TEXT");
        assertFails("whisper 하늘", "usage: whisper NAME TEXT");
        assertFails("invite", "usage: invite NAME");
        assertFails("login", "usage: login NAME [PASSWORD]");
        assertFails("login " + "x".repeat(17), "UserID does not fit: 17 is not in 0..16");
        assertFails("relay 0xf", "'f' is not hex, two digits a byte");
    }

    private void assertFails(String command, String message) {
        var wrong = assertThrows(CommandException.class, () -> alice.says(command));

        assertEquals(message, wrong.getMessage());
    }
}
