package gameserver.chat;

import static gameserver.chat.Replies.came;

import gameserver.chat.packet.RoomRelayNotify;
import gameserver.chat.packet.RoomRelayRequest;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.ErrorCode;
import gameserver.net.testing.Hex;
import gameserver.net.testing.NoLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes for all in the room, whatever they mean. */
@ExtendWith(NoLeaks.class)
final class RoomRelayLoopbackTest {
    private static final int RELAY = 741;

    @ParameterizedTest
    @ValueSource(strings = {"00", "ff fe fd", "0500 6500 00", "ea b0"})
    void allInTheRoomHearTheBytesAndNobodyHearsMore(String payloadHex) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            Guest elsewhere = server.guestIn(1, "elsewhere");
            Guest outside = server.login("outside");
            alice.hears(came(2, "bob"));

            bob.saysFrame(RELAY, payloadHex);

            RoomRelayNotify relayed = new RoomRelayNotify(2, Bytes.of(Hex.bytes(payloadHex)));
            alice.hears(relayed).hearsNothingMore();
            bob.hears(relayed).hearsNothingMore();
            elsewhere.hearsNothingMore();
            outside.hearsNothingMore();
        }
    }

    @Test
    void theGreatestPacketIsRelayedThoughItGrowsOnTheWay() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));
            String payload = "a5".repeat(1024 - 5);

            alice.saysFrame(RELAY, payload);

            String heard = "0804 e602 00" + "0100000000000000" + payload;
            bob.hearsHex(heard).hearsNothingMore();
            alice.hearsHex(heard).hearsNothingMore();
        }
    }

    @Test
    void anEmptyOneIsRefused() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            alice.hears(came(2, "bob"));

            alice.saysFrame(RELAY, "");

            alice.hearsError(ErrorCode.RELAY_EMPTY).hearsNothingMore();
            bob.hearsNothingMore();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "616263"})
    void outsideARoomThereIsNobodyToRelayTo(String payloadHex) {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.login("alice");
            Guest bob = server.guestIn(0, "bob");

            alice.saysFrame(RELAY, payloadHex);

            alice.hearsError(ErrorCode.NOT_IN_ROOM).hearsNothingMore();
            bob.hearsNothingMore();
        }
    }

    @Test
    void aRelayIsHeardInTurnWithWhatIsSaid() {
        try (ChatTestServer server = ChatTestServer.start()) {
            Guest alice = server.guestIn(0, "alice");
            Guest bob = server.guestIn(0, "bob");
            RoomRelayRequest bytes = new RoomRelayRequest(Bytes.of((byte) 1));
            RoomRelayNotify relayed = new RoomRelayNotify(2, Bytes.of((byte) 1));

            bob.says(bytes).chats("one").says(bytes).chats("two").says(bytes).asksToLeave();

            bob.hears(relayed, Replies.said(2, "one"), Replies.CHATTED);
            bob.hears(relayed, Replies.said(2, "two"), Replies.CHATTED);
            bob.hears(relayed, Replies.LEFT).hearsNothingMore();
            alice.hears(came(2, "bob"));
            alice.hears(relayed, Replies.said(2, "one"), relayed, Replies.said(2, "two"));
            alice.hears(relayed, Replies.went(2)).hearsNothingMore();
        }
    }
}
