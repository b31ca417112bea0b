package gameserver.chat;

import gameserver.chat.packet.InviteAnswerResponse;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.NoLeaks;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Packets that come too early, are not for a server, or are of a type that nobody agreed on. */
@ExtendWith(NoLeaks.class)
@ManyFrames
final class WrongStateLoopbackTest {
    /** Right bodies of all requests but the login, by id. */
    private static final String[][] REQUESTS = {
        {"721", "00000000"},
        {"726", ""},
        {"731", "0100 61"},
        {"741", "61"},
        {"771", "01 62 0100 61"},
        {"781", "01 62"},
        {"784", "0100000000000000 01"},
    };

    /** How far a guest has come. */
    enum State {
        CONNECTED,
        LOGGED_IN,
        IN_ROOM;

        Guest guest(ChatTestServer server) {
            Guest guest = server.connect();
            if (this != CONNECTED) {
                guest.logsIn("guest");
            }
            if (this == IN_ROOM) {
                guest.enters(0);
            }
            return guest;
        }
    }

    @Test
    void beforeALoginEveryOtherRequestIsRefusedWhateverItsBody() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = server.guestIn(0, "b");
            Guest guest = server.connect();
            for (String[] request : REQUESTS) {
                for (String body : new String[] {request[1], "", "ff", request[1] + "00"}) {
                    guest.saysFrame(Integer.parseInt(request[0]), body);
                    guest.hearsError(ErrorCode.NOT_LOGGED_IN).hearsNothingMore();
                }
            }
            neighbour.hearsNothingMore();
            guest.logsIn("guest").enters(0);
        }
    }

    @Test
    @BinaryOnly
    void pingsAreAnsweredBeforeALoginAndAfterIt() {
        try (ChatTestServer server = ChatTestServer.start()) {
            for (State state : State.values()) {
                Guest guest = state.guest(server);
                guest.saysFrame(201, "").hearsHex("0500 ca00 00");
                guest.saysFrame(201, "fe ff").hearsHex("0700 ca00 00 feff").hearsNothingMore();
                guest.vanishes();
                server.awaitUsers(0);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "726, '', 0700 d702 00 3600",
        "726, 00, 0700 d702 00 3600",
        "731, 0100 61, 0700 dc02 00 3600",
        "731, 0000, 0700 dc02 00 3600",
        "731, 7f00, 0700 dc02 00 3600",
        "731, '', 0700 dc02 00 3600",
        "741, 61, 0700 cb00 00 3600",
        "741, '', 0700 cb00 00 3600",
        "781, 01 62, 0f00 0e03 00 3600 0000000000000000",
        "781, '', 0f00 0e03 00 3600 0000000000000000",
        "781, 05 62, 0f00 0e03 00 3600 0000000000000000"
    })
    @BinaryOnly
    void outsideARoomARoomRequestIsToldSoWhateverItsBody(int id, String body, String reply) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = server.guestIn(0, "b");
            Guest guest = server.login("guest");

            guest.saysFrame(id, body).hearsHex(reply).hearsNothingMore();

            neighbour.hearsNothingMore();
            guest.enters(0);
            guest.asksToLeave().hears(Replies.LEFT);
            guest.saysFrame(id, body).hearsHex(reply).hearsNothingMore();
        }
    }

    @Test
    void anAnswerToAnInvitationIsNoRoomRequest() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Packet notFound = new InviteAnswerResponse(Result.of(ErrorCode.INVITE_NOT_FOUND));

            server.login("guest").accepts(1).hears(notFound).hearsNothingMore();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTypeBitIsRefusedAndThePacketIgnored(State state) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = server.guestIn(0, "b");
            Guest guest = state.guest(server);
            neighbour.hearsWhatCame();
            guest.hearsWhatCame();
            for (int type : new int[] {1, 2, 3, 4, 0x80, 0xff}) {
                for (String[] request : requestsAndLogin()) {
                    guest.saysHex(frame(Integer.parseInt(request[0]), type, request[1]));
                    guest.hearsError(ErrorCode.UNSUPPORTED_PACKET_TYPE).hearsNothingMore();
                }
            }
            neighbour.hearsNothingMore();
            if (state == State.CONNECTED) {
                guest.logsIn("guest");
            }
        }
    }

    private static List<String[]> requestsAndLogin() {
        String login = "78" + "00".repeat(31);
        return Stream.concat(
                        Stream.of(REQUESTS),
                        Stream.of(new String[][] {{"701", login}, {"201", "0100"}}))
                .toList();
    }

    private static String frame(int id, int type, String bodyHex) {
        String body = bodyHex.replace(" ", "");
        int size = 5 + body.length() / 2;
        return "%02x%02x%02x%02x%02x".formatted(size & 0xff, size >> 8, id & 0xff, id >> 8, type)
                + body;
    }

    @ParameterizedTest
    @EnumSource
    void whatOnlyServersSayIsUnknownToThem(State state) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest neighbour = server.guestIn(0, "b");
            Guest guest = state.guest(server);
            neighbour.hearsWhatCame();
            IntStream.of(202, 203, 702, 722, 723, 724, 727, 728, 732, 733, 742, 772, 773, 782, 783)
                    .forEach(id -> assertUnknown(guest, id));
            IntStream.of(785, 786).forEach(id -> assertUnknown(guest, id));
            neighbour.hearsNothingMore();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAChatDoesNotKnowIsUnknown(State state) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest guest = state.guest(server);
            IntStream.of(0, 100, 700, 703, 720, 725, 735, 787, 999, 32768, 65535)
                    .forEach(id -> assertUnknown(guest, id));
        }
    }

    private static void assertUnknown(Guest guest, int id) {
        for (String body : new String[] {"", "0100", "00".repeat(40)}) {
            guest.saysFrame(id, body);
            guest.hears(ErrorNotify.of(ErrorCode.UNKNOWN_PACKET_ID)).hearsNothingMore();
        }
    }
}
