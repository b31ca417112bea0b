package gameserver.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.net.packet.Packet;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bodies of every length that is wrong for their ids, in every state: one answer each, and the
 * session goes on as if nothing had been said.
 */
@ExtendWith(NoLeaks.class)
@BinaryOnly
@ManyFrames
final class BadBodyLoopbackTest {
    private static final String ID_32 = "787878" + "00".repeat(13) + "7077" + "00".repeat(14);

    private static final String ERROR_51 = "0700 cb00 00 3300";
    private static final String ERROR_52 = "0700 cb00 00 3400";
    private static final String LOGIN_51 = "0700 be02 00 3300";
    private static final String ENTER_51 = "1300 d202 00 3300 00000000 0000000000000000";
    private static final String LEAVE_51 = "0700 d702 00 3300";
    private static final String LEAVE_54 = "0700 d702 00 3600";
    private static final String CHAT_51 = "0700 dc02 00 3300";
    private static final String CHAT_54 = "0700 dc02 00 3600";
    private static final String WHISPER_51 = "0700 0403 00 3300";
    private static final String INVITE_51 = "0f00 0e03 00 3300 0000000000000000";
    private static final String INVITE_54 = "0f00 0e03 00 3600 0000000000000000";
    private static final String ANSWER_51 = "0700 1103 00 3300";

    /**
     * A right body of a request, and what a wrong one is told in each state.
     *
     * @param alsoRight a number of bytes that happens to be right as well
     */
    private record Request(
            int id, String body, int alsoRight, String connected, String loggedIn, String inRoom) {}

    private static final int NONE = -1;

    private static final List<Request> REQUESTS =
            List.of(
                    new Request(201, "0100", 0, ERROR_51, ERROR_51, ERROR_51),
                    new Request(701, ID_32, NONE, LOGIN_51, LOGIN_51, LOGIN_51),
                    new Request(721, "01000000", NONE, ERROR_52, ENTER_51, ENTER_51),
                    new Request(726, "", NONE, ERROR_52, LEAVE_54, LEAVE_51),
                    new Request(731, "0300 eab080", NONE, ERROR_52, CHAT_54, CHAT_51),
                    new Request(771, "01 62 0300 eab080", NONE, ERROR_52, WHISPER_51, WHISPER_51),
                    new Request(781, "04 77616974", NONE, ERROR_52, INVITE_54, INVITE_51),
                    new Request(784, "0100000000000000 01", NONE, ERROR_52, ANSWER_51, ANSWER_51));

    @Test
    void beforeALogin() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = neighbour(server);
            Guest guest = server.connect();
            for (Request request : REQUESTS) {
                assertWrongLengthsAreTold(guest, request, request.connected());
            }
            neighbour.hearsNothingMore();
            assertWorks(guest.logsIn("guest"), neighbour);
        }
    }

    @Test
    void outsideARoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = neighbour(server);
            Guest guest = server.login("guest");
            for (Request request : REQUESTS) {
                assertWrongLengthsAreTold(guest, request, request.loggedIn());
            }
            neighbour.hearsNothingMore();
            assertWorks(guest, neighbour);
        }
    }

    @Test
    void inARoom() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = neighbour(server);
            Guest guest = server.guestIn(1, "guest");
            for (Request request : REQUESTS) {
                assertWrongLengthsAreTold(guest, request, request.inRoom());
            }
            neighbour.hearsNothingMore();
            guest.asksToLeave().hears(Replies.LEFT);
            assertWorks(guest, neighbour);
        }
    }

    /** In room 0, and with an id that whispers and invitations of the table mean. */
    private static Guest neighbour(ChatTestServer server) {
        return server.guestIn(0, "b");
    }

    /** All that are too short, and some that are too long. */
    private static void assertWrongLengthsAreTold(Guest guest, Request request, String answer) {
        byte[] right = Hex.bytes(request.body());
        for (int length = 0; length <= 200; length++) {
            if (length != right.length && length != request.alsoRight()) {
                String body = HexFormat.of().formatHex(Arrays.copyOf(right, length));
                guest.saysFrame(request.id(), body);
                guest.hearsHex(answer);
            }
        }
        assertEquals(List.of(), guest.hearsWhatCame(), () -> "after " + request);
    }

    private static void assertWorks(Guest guest, Guest neighbour) {
        guest.asksToEnter(0);
        guest.hears(Replies.here(Replies.user(1, "b")), Replies.entered(0, 2));
        Packet hello = Replies.said(2, "hello");
        guest.chats("hello").hears(hello, Replies.CHATTED).hearsNothingMore();
        neighbour.hears(Replies.came(2, "guest"), hello).hearsNothingMore();
    }

    @ParameterizedTest
    @CsvSource({
        "an answer that is neither yes nor no, 784, 0100000000000000 02, " + ANSWER_51,
        "an answer of all bits, 784, 0100000000000000 ff, " + ANSWER_51,
        "an invited user that is not UTF-8, 781, 02 eab0, " + INVITE_51,
        "a receiver that is not UTF-8, 771, 02 eab0 0100 61, " + WHISPER_51,
        "a message that is not UTF-8, 731, 0200 eab0, " + CHAT_51
    })
    void whatIsOfTheRightLengthMayBeMalformed(String what, int id, String body, String answer) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = neighbour(server);
            Guest guest = server.guestIn(1, "guest");
            long open = neighbour.invites("guest");
            guest.hears(Replies.invitation(open, 0, "b"));

            guest.saysFrame(id, body).hearsHex(answer).hearsNothingMore();

            neighbour.hearsNothingMore();
            guest.declines(open).hears(Replies.ANSWERED).hearsNothingMore();
            neighbour.hears(Replies.declined(open, "guest"));
        }
    }
}
