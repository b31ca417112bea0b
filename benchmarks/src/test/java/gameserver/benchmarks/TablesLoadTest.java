package gameserver.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gameserver.baccarat.packet.GameStartRequest;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.net.dispatch.PacketHandlers;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.PacketCatalog;
import gameserver.net.packet.Result;
import gameserver.net.server.Application;
import gameserver.net.server.GameServer;
import gameserver.net.session.CloseReason;
import gameserver.net.session.Session;
import gameserver.net.session.SessionListener;
import gameserver.net.session.SessionState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a server in this process that lets in as many as the test says, and has no game. */
@Timeout(60)
final class TablesLoadTest {
    private static final Path NO_PROCESS = Path.of("not", "read");

    private int free;

    @Test
    void saysThatAPlaceWasRefused() {
        free = 3;

        assertEquals("no place at table 0: 134 ENTER_ROOM_FULL", problem());
    }

    /** The first who asks for a round is thrown out. */
    @Test
    void saysThatAConnectionWasLost() {
        free = 7;

        assertEquals("1 of 7 connections were lost", problem());
    }

    private String problem() {
        GameServer server = start();
        try {
            TablesLoad load = new TablesLoad(server.address(), /* tables= */ 1, /* seconds= */ 1);
            return assertThrows(IOException.class, () -> load.run(NO_PROCESS)).getMessage();
        } finally {
            server.drain(Duration.ofSeconds(5));
        }
    }

    private GameServer start() {
        PacketHandlers<Session> handlers =
                PacketHandlers.<Session>of(
                                PacketCatalog.of(
                                        LoginRequest.TYPE,
                                        RoomEnterRequest.TYPE,
                                        GameStartRequest.TYPE))
                        .on(LoginRequest.TYPE, SessionState.CONNECTED, TablesLoadTest::onLogin)
                        .on(RoomEnterRequest.TYPE, SessionState.LOGGED_IN, this::onEnter)
                        .on(
                                GameStartRequest.TYPE,
                                SessionState.IN_ROOM,
                                (session, start) -> session.close(CloseReason.PEER_CLOSED))
                        .build();
        return GameServer.start(
                ServerOptions.of("--bind=127.0.0.1:0", "--io-threads=1"),
                new Application<>(
                        handlers,
                        SessionListener.of(Function.identity()),
                        SessionState.CONNECTED,
                        BodyFormat.BINARY));
    }

    private static void onLogin(Session session, LoginRequest login) {
        session.moveTo(SessionState.LOGGED_IN);
        session.send(new LoginResponse(Result.SUCCESS));
    }

    /** On the logic thread, of which this server has one. */
    private void onEnter(Session session, RoomEnterRequest enter) {
        boolean isFree = free > 0;
        free--;
        if (isFree) {
            session.moveTo(SessionState.IN_ROOM);
        }
        Result result = isFree ? Result.SUCCESS : Result.of(ErrorCode.ENTER_ROOM_FULL);
        session.send(new RoomEnterResponse(result, enter.roomNumber(), 1));
    }
}
