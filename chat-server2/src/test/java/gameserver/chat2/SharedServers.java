package gameserver.chat2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gameserver.chat.packet.ChatPackets;
import gameserver.chat.packet.LoginRequest;
import gameserver.chat.packet.LoginResponse;
import gameserver.chat.packet.RoomChatNotify;
import gameserver.chat.packet.RoomChatRequest;
import gameserver.chat.packet.RoomChatResponse;
import gameserver.chat.packet.RoomEnterRequest;
import gameserver.chat.packet.RoomEnterResponse;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.RedisServer;
import gameserver.net.testing.ServerProcess;
import gameserver.net.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers of one chat, each a process, with a Redis of their own, and what their users do. */
final class SharedServers implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);
    private static final Pattern ADMIN = Pattern.compile("admin endpoint (http://\\S+)/metrics");

    /** In this time the servers see how things are, whatever has happened. */
    static final Duration CONVERGENCE = Duration.ofSeconds(15);

    private final RedisServer redis = RedisServer.start();
    private final ClientThreads threads = new ClientThreads(1);
    private final List<ServerProcess> servers = new ArrayList<>();

    /** A server that is ready. */
    record Server(ServerProcess process, HostPort address) {}

    Server start(String... options) {
        ServerProcess process = launch(options);
        return new Server(process, process.awaitReady());
    }

    ServerProcess launch(String... options) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--bind=127.0.0.1:0",
                                "--admin=127.0.0.1:0",
                                "--workers=2",
                                "--redis=" + redis.url()));
        all.addAll(List.of(options));
        ServerProcess server = ServerProcess.start(JAR, all.toArray(String[]::new));
        servers.add(server);
        return server;
    }

    @Override
    public void close() {
        threads.close();
        servers.forEach(ServerProcess::close);
        redis.close();
    }

    NetClient connect(HostPort address) throws IOException {
        return NetClient.connect(threads, address, DIALECT, TestServer.PATIENCE);
    }

    static Result logIn(NetClient client, String id) throws InterruptedException {
        client.send(LoginRequest.of(id, "pw"));
        return hear(client, LoginResponse.class).result();
    }

    static <P extends Packet> P hear(NetClient client, Class<P> packet)
            throws InterruptedException {
        return client.expect(packet, CONVERGENCE);
    }

    /** One who is logged in and in room 0, where {@code others} others are. */
    NetClient guest(HostPort address, String id, int others) throws Exception {
        NetClient client = connect(address);
        assertTrue(logIn(client, id).isSuccess());
        client.send(new RoomEnterRequest(0));
        if (others > 0) {
            assertEquals(others, hear(client, RoomUserListNotify.class).users().size());
        }
        assertTrue(hear(client, RoomEnterResponse.class).result().isSuccess());
        return client;
    }

    static void speak(NetClient speaker, long id, String message, NetClient... others)
            throws InterruptedException {
        speaker.send(new RoomChatRequest(message));
        assertEquals(new RoomChatNotify(id, message), hear(speaker, RoomChatNotify.class));
        assertTrue(hear(speaker, RoomChatResponse.class).result().isSuccess());
        for (NetClient other : others) {
            assertEquals(new RoomChatNotify(id, message), hear(other, RoomChatNotify.class));
        }
    }

    /** What /readyz answers. */
    static int readiness(Server server) {
        Matcher admin = ADMIN.matcher(server.process().errors());
        assertTrue(admin.find(), server.process().errors());
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(admin.group(1) + "/readyz")).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    RedisServer redis() {
        return redis;
    }
}
