package gameserver.chat2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jar as a process. */
final class ChatServer2IT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);

    @Test
    void usersInRoomsOfDifferentThreadsReachEachOtherUntilTheServerStops() throws Exception {
        try (ClientThreads threads = new ClientThreads(1);
                ServerProcess server =
                        ServerProcess.start(JAR, "--bind=127.0.0.1:0", "--workers=3")) {
            HostPort address = server.awaitReady();
            NetClient alice = NetClient.connect(threads, address, DIALECT, TestServer.PATIENCE);
            NetClient bob = NetClient.connect(threads, address, DIALECT, TestServer.PATIENCE);
            enter(alice, "앨리스", 0);
            enter(bob, "bob", 1);

            bob.send(new WhisperRequest("앨리스", "안녕"));

            assertEquals(
                    new WhisperNotify("bob", "안녕"),
                    alice.expect(WhisperNotify.class, TestServer.PATIENCE));
            server.terminate();
            assertEquals(
                    ErrorNotify.of(ErrorCode.SERVER_DRAINING),
                    alice.expect(ErrorNotify.class, TestServer.PATIENCE));
            alice.expectClosed(TestServer.PATIENCE);
            assertEquals(0, server.awaitExit(TestServer.PATIENCE));
        }
    }

    private static void enter(NetClient client, String id, int room) throws Exception {
        client.send(LoginRequest.of(id, "pw"));
        assertTrue(client.expect(LoginResponse.class, TestServer.PATIENCE).result().isSuccess());
        client.send(new RoomEnterRequest(room));
        assertEquals(
                room, client.expect(RoomEnterResponse.class, TestServer.PATIENCE).roomNumber());
    }

    @Test
    void aWrongNumberOfWorkersIsOneLineAndAHint() throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--workers=-1")) {
            assertEquals(2, server.awaitExit(TestServer.PATIENCE));
            assertEquals(
                    List.of(
                            "chat-server2: --workers: -1 is not in 0..1024",
                            "Try 'chat-server2 --help' for the options."),
                    server.errors().lines().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://:p^ss@host", "redis://:p^ss@host:6379/cache"})
    void aWrongRedisIsOneLineWithoutItsPassword(String redis) throws Exception {
        try (ServerProcess server = ServerProcess.start(JAR, "--redis=" + redis)) {
            assertEquals(2, server.awaitExit(TestServer.PATIENCE));
            List<String> errors = server.errors().lines().toList();
            assertEquals(2, errors.size(), server.errors());
            assertTrue(errors.get(0).startsWith("chat-server2: --redis: not redis://host:port"));
            assertEquals("Try 'chat-server2 --help' for the options.", errors.get(1));
            assertFalse(server.errors().contains("p^ss"), server.errors());
        }
    }
}
