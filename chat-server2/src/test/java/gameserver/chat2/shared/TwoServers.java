package gameserver.chat2.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.ChatOptions;
import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.ServerOptions;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.server.GameServer;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * The servers of a {@link ChatOnTwoServers} and the clients of one test, which sees both inside.
 */
final class TwoServers implements AutoCloseable {
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);

    private final ChatOnTwoServers chat = new ChatOnTwoServers();
    private final ClientThreads threads = new ClientThreads(1);
    private final List<GameServer> servers =
            chat.servers(
                    chat.start(
                            ServerOptions.of("--bind=127.0.0.1:0"),
                            ChatOptions.of(),
                            Duration.ofSeconds(30)));

    SharedChat first() {
        return chat.chat1;
    }

    SharedChat second() {
        return chat.chat2;
    }

    /** One who is logged in, on the first server or on the second. */
    NetClient user(SharedChat server, String id) throws IOException, InterruptedException {
        int index = server == chat.chat1 ? 0 : 1;
        NetClient client =
                NetClient.connect(
                        threads, servers.get(index).address(), DIALECT, TestServer.PATIENCE);
        client.send(LoginRequest.of(id, "pw"));
        assertTrue(hear(client, LoginResponse.class).result().isSuccess());
        return client;
    }

    /** One who is in room 0 too, where {@code others} others are. */
    NetClient guest(SharedChat server, String id, int others)
            throws IOException, InterruptedException {
        NetClient client = user(server, id);
        client.send(new RoomEnterRequest(0));
        if (others > 0) {
            assertEquals(others, hear(client, RoomUserListNotify.class).users().size());
        }
        assertTrue(hear(client, RoomEnterResponse.class).result().isSuccess());
        return client;
    }

    static <P extends Packet> P hear(NetClient client, Class<P> packet)
            throws InterruptedException {
        return client.expect(packet, TestServer.PATIENCE);
    }

    /** Waits until nothing is left of anybody. */
    void awaitEmpty() {
        Eventually.equal(0, chat::users);
        Eventually.equal(0, chat::takenPlaces);
        Eventually.equal(0, chat::invitations);
    }

    /** Closes the clients first, of whom nothing may be left, whatever they did. */
    @Override
    public void close() {
        threads.close();
        try {
            awaitEmpty();
        } finally {
            servers.forEach(server -> server.drain(TestServer.PATIENCE));
            chat.close();
        }
    }
}
