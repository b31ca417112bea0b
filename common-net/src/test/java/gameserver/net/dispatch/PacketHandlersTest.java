package gameserver.net.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import gameserver.net.dispatch.RoomPackets.SpeakRequest;
import gameserver.net.dispatch.RoomPackets.SpeakResponse;
import gameserver.net.dispatch.RoomPackets.WaveRequest;
import gameserver.net.packet.Bytes;
import gameserver.net.packet.Echo;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.PacketType;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.Received;
import gameserver.net.packet.UndecodablePacket;
import gameserver.net.session.SessionState;
import gameserver.net.testing.FakeSession;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handled and what is refused, as docs/protocol.md says for the codes 51 to 55. */
class PacketHandlersTest {
    private static final Echo ECHO = new Echo(Bytes.of((byte) 1));
    private static final SpeakRequest SPEAK = new SpeakRequest((short) 7);
    private static final WaveRequest WAVE = new WaveRequest();
    private static final PingRequest PING = new PingRequest((short) 1);

    private final List<Packet> handled = new ArrayList<>();

    /** Echo at any time, speaking and waving in a room, pinging after a login. */
    private final PacketHandlers<List<Packet>> handlers =
            PacketHandlers.<List<Packet>>of(RoomPackets.CATALOG)
                    .on(Echo.TYPE, SessionState.CONNECTED, List::add)
                    .on(PingRequest.TYPE, SessionState.LOGGED_IN, List::add)
                    .on(SpeakRequest.TYPE, SessionState.IN_ROOM, List::add)
                    .on(WaveRequest.TYPE, SessionState.IN_ROOM, List::add)
                    .build();

    /** What is sent when {@code received} comes from a session in {@code state}. */
    private List<Packet> answers(SessionState state, Received received) {
        FakeSession session = new FakeSession(state);
        handlers.dispatch(session, handled, received);
        assertNull(session.closedFor());
        return session.sent();
    }

    private static UndecodablePacket malformed(PacketType<?> type) {
        return new UndecodablePacket(type.id(), type, ErrorCode.PACKET_DECODING_FAIL, "too short");
    }

    private static UndecodablePacket noType(ErrorCode error) {
        return new UndecodablePacket(999, null, error, "no type");
    }

    private static List<Packet> errorNotify(ErrorCode error) {
        return List.of(ErrorNotify.of(error));
    }

    @Test
    void aPacketGoesToTheHandlerOfItsType() {
        assertEquals(List.of(), answers(SessionState.IN_ROOM, SPEAK));
        assertEquals(List.of(), answers(SessionState.IN_ROOM, WAVE));

        assertEquals(List.of(SPEAK, WAVE), handled);
    }

    @ParameterizedTest
    @EnumSource
    void whatNeedsAConnectionOnlyIsHandledInEveryState(SessionState state) {
        answers(state, ECHO);

        assertEquals(List.of(ECHO), handled);
    }

    @Test
    void whatNeedsALoginIsHandledInARoomToo() {
        answers(SessionState.IN_ROOM, PING);

        assertEquals(List.of(PING), handled);
    }

    @Test
    void whatNeedsALoginIsRefusedWith52BeforeIt() {
        assertEquals(errorNotify(ErrorCode.NOT_LOGGED_IN), answers(SessionState.CONNECTED, PING));
        assertEquals(List.of(), handled);
    }

    @Test
    void whatNeedsARoomIsRefusedWith52AsErrorNotifyBeforeALogin() {
        assertEquals(errorNotify(ErrorCode.NOT_LOGGED_IN), answers(SessionState.CONNECTED, SPEAK));
        assertEquals(errorNotify(ErrorCode.NOT_LOGGED_IN), answers(SessionState.CONNECTED, WAVE));
        assertEquals(List.of(), handled);
    }

    @Test
    void outsideARoomARequestIsRefusedWith54AsTheResultOfItsResponse() {
        assertEquals(
                List.of(new SpeakResponse((short) 54)), answers(SessionState.LOGGED_IN, SPEAK));
        assertEquals(List.of(), handled);
    }

    @Test
    void outsideARoomARequestWithoutAResponseIsRefusedWith54AsErrorNotify() {
        assertEquals(errorNotify(ErrorCode.NOT_IN_ROOM), answers(SessionState.LOGGED_IN, WAVE));
        assertEquals(List.of(), handled);
    }

    @Test
    void aMalformedBodyIsToldAsTheResultOfTheResponse() {
        assertEquals(
                List.of(new SpeakResponse((short) 51)),
                answers(SessionState.IN_ROOM, malformed(SpeakRequest.TYPE)));
    }

    @Test
    void aMalformedBodyIsToldAsErrorNotifyWhereThereIsNoResponse() {
        assertEquals(
                errorNotify(ErrorCode.PACKET_DECODING_FAIL),
                answers(SessionState.IN_ROOM, malformed(WaveRequest.TYPE)));
    }

    @Test
    void aBrokenRuleIsToldByItsOwnCode() {
        UndecodablePacket tooLong =
                new UndecodablePacket(
                        SpeakRequest.TYPE.id(),
                        SpeakRequest.TYPE,
                        ErrorCode.CHAT_MESSAGE_LENGTH,
                        "too long");

        assertEquals(
                List.of(new SpeakResponse((short) 151)), answers(SessionState.IN_ROOM, tooLong));
        assertEquals(
                List.of(new SpeakResponse((short) 54)), answers(SessionState.LOGGED_IN, tooLong));
    }

    @Test
    void theStateIsCheckedBeforeTheBody() {
        assertEquals(
                errorNotify(ErrorCode.NOT_LOGGED_IN),
                answers(SessionState.CONNECTED, malformed(SpeakRequest.TYPE)));
        assertEquals(
                List.of(new SpeakResponse((short) 54)),
                answers(SessionState.LOGGED_IN, malformed(SpeakRequest.TYPE)));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownIdIsToldAsErrorNotifyInEveryState(SessionState state) {
        assertEquals(
                errorNotify(ErrorCode.UNKNOWN_PACKET_ID),
                answers(state, noType(ErrorCode.UNKNOWN_PACKET_ID)));
    }

    @ParameterizedTest
    @EnumSource
    void anUnsupportedTypeBitIsToldAsErrorNotifyInEveryState(SessionState state) {
        assertEquals(
                errorNotify(ErrorCode.UNSUPPORTED_PACKET_TYPE),
                answers(state, noType(ErrorCode.UNSUPPORTED_PACKET_TYPE)));
    }
}
