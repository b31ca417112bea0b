package gameserver.net.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.net.dispatch.RoomPackets.SpeakRequest;
import gameserver.net.packet.CommonPackets;
import gameserver.net.packet.Echo;
import gameserver.net.packet.PingRequest;
import gameserver.net.packet.PingResponse;
import gameserver.net.session.Session;
import gameserver.net.session.SessionState;
import gameserver.net.testing.Messages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A table that is not right does not start. */
class PacketHandlersBuildTest {
    private final PacketHandlers.Builder<Session> table = PacketHandlers.of(CommonPackets.CATALOG);

    @Test
    void namesEveryTypeThatHasNoHandler() {
        IllegalStateException refusal = assertThrows(IllegalStateException.class, table::build);

        Messages.assertNames(refusal, "ECHO(101)", "PING_REQ(201)");
    }

    @Test
    void namesNoTypeThatHasAHandler() {
        table.on(Echo.TYPE, SessionState.CONNECTED, (session, echo) -> {});

        IllegalStateException refusal = assertThrows(IllegalStateException.class, table::build);

        assertFalse(String.valueOf(refusal.getMessage()).contains("ECHO"));
    }

    @Test
    void refusesASecondHandlerForAType() {
        table.on(Echo.TYPE, SessionState.CONNECTED, (session, echo) -> {});

        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> table.on(Echo.TYPE, SessionState.IN_ROOM, (session, echo) -> {}));

        Messages.assertNames(refusal, "ECHO(101)");
    }

    @Test
    void refusesAHandlerForWhatOnlyTheServerSends() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                table.on(
                                        PingResponse.TYPE,
                                        SessionState.CONNECTED,
                                        (session, response) -> {}));

        Messages.assertNames(refusal, "PING_RES(202)");
    }

    @Test
    void refusesAHandlerForATypeOfAnotherCatalogue() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                table.on(
                                        SpeakRequest.TYPE,
                                        SessionState.CONNECTED,
                                        (session, speak) -> {}));

        Messages.assertNames(refusal, "SPEAK_REQ(9001)");
    }

    @Test
    void receivesExactlyTheTypesThatHaveAHandler() {
        PacketHandlers<Session> handlers =
                table.on(Echo.TYPE, SessionState.CONNECTED, (session, echo) -> {})
                        .on(PingRequest.TYPE, SessionState.CONNECTED, (session, ping) -> {})
                        .build();

        assertEquals(List.of(Echo.TYPE, PingRequest.TYPE), handlers.inbound().types());
    }
}
