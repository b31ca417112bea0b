package gameserver.baccarat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gameserver.baccarat.TablesOverSockets.Client;
import gameserver.baccarat.packet.GameBetRequest;
import gameserver.baccarat.packet.GameBetResponse;
import gameserver.baccarat.packet.GameStartRequest;
import gameserver.baccarat.packet.GameStartResponse;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.NoLeaks;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bodies of every length that is wrong, in every state: one answer each, nobody else notices, and
 * the game goes on as if nothing had been said.
 */
@ExtendWith(NoLeaks.class)
final class BadGameBodyLoopbackTest {
    private static final byte[] BET = HexFormat.of().parseHex("01f401000000000000");
    private static final int LONGEST = 200;

    private TablesOverSockets tables;
    private Client host;
    private Client guest;

    @BeforeEach
    void sitDown() throws Exception {
        tables = new TablesOverSockets();
        host = seat("호스트");
        guest = seat("guest");
        host.hearsWhatCame();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    private Client seat(String id) throws Exception {
        Client client = tables.connect().says(LoginRequest.of(id, "pw"));
        client.says(new RoomEnterRequest(0)).hearsWhatCame();
        return client;
    }

    private static void assertWrongBetsAreTold(Client client, Packet answer) throws Exception {
        for (int length = 0; length <= LONGEST; length++) {
            if (length != 1 && length != BET.length) {
                client.saysFrame(GameBetRequest.TYPE.id(), Arrays.copyOf(BET, length));
                assertEquals(List.of(answer), client.hearsWhatCame(), "length " + length);
            }
        }
    }

    private static void assertWrongStartsAreTold(Client client, Packet answer) throws Exception {
        for (int length = 1; length <= LONGEST; length++) {
            client.saysFrame(GameStartRequest.TYPE.id(), new byte[length]);
            assertEquals(List.of(answer), client.hearsWhatCame(), "length " + length);
        }
    }

    private static Packet bet(ErrorCode error) {
        return new GameBetResponse(Result.of(error));
    }

    private static Packet start(ErrorCode error) {
        return new GameStartResponse(Result.of(error));
    }

    @Test
    void atATableInEachOfItsStates() throws Exception {
        assertWrongStartsAreTold(host, start(ErrorCode.PACKET_DECODING_FAIL));
        assertWrongBetsAreTold(host, bet(ErrorCode.BET_MALFORMED));
        assertEquals(List.of(), guest.hearsWhatCame());

        host.says(new GameStartRequest()).hearsWhatCame();
        guest.hearsWhatCame();
        assertWrongStartsAreTold(host, start(ErrorCode.PACKET_DECODING_FAIL));
        assertWrongBetsAreTold(host, bet(ErrorCode.BET_MALFORMED));
        assertEquals(List.of(), guest.hearsWhatCame());

        host.says(new GameBetRequest(1, null));
        guest.says(new GameBetRequest(2, null));
        hearsTheEndOfTheRound(host);
        hearsTheEndOfTheRound(guest);
        assertWrongStartsAreTold(host, start(ErrorCode.PACKET_DECODING_FAIL));
        assertWrongBetsAreTold(guest, bet(ErrorCode.BET_MALFORMED));
        assertEquals(List.of(), host.hearsWhatCame());
    }

    /** Cards, payout and state come after two bets and an answer. */
    private static void hearsTheEndOfTheRound(Client client) throws Exception {
        for (int packets = 0; packets < 6; packets++) {
            client.hears();
        }
        assertEquals(List.of(), client.hearsWhatCame());
    }

    @Test
    void outsideARoomAndBeforeALogin() throws Exception {
        Client lonely = tables.connect();
        assertWrongBetsAreTold(lonely, ErrorNotify.of(ErrorCode.NOT_LOGGED_IN));
        assertWrongStartsAreTold(lonely, ErrorNotify.of(ErrorCode.NOT_LOGGED_IN));

        lonely.says(LoginRequest.of("lonely", "pw")).hearsWhatCame();
        assertWrongBetsAreTold(lonely, bet(ErrorCode.NOT_IN_ROOM));
        assertWrongStartsAreTold(lonely, start(ErrorCode.NOT_IN_ROOM));
        assertEquals(List.of(), host.hearsWhatCame());
    }
}
