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
import gameserver.chat.packet.RoomLeaveUserNotify;
import gameserver.chat.packet.RoomNewUserNotify;
import gameserver.chat.packet.RoomUserListNotify;
import gameserver.chat.packet.RoomUserListNotify.RoomUser;
import gameserver.chat.packet.WhisperNotify;
import gameserver.chat.packet.WhisperRequest;
import gameserver.chat.packet.WhisperResponse;
import gameserver.net.client.ClientThreads;
import gameserver.net.client.Dialect;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.BodyFormat;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.ErrorNotify;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.FaultProxy;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes with one Redis, which are killed, and which it is taken away from. */
@Timeout(60)
final class SharedChatIT {
    private static final Path JAR = Path.of(System.getProperty("jar"));
    private static final Dialect DIALECT = new Dialect(ChatPackets.CATALOG, BodyFormat.BINARY);
    private static final Pattern ADMIN = Pattern.compile("admin endpoint (http://\\S+)/metrics");
    private static final Result UNAVAILABLE = Result.of(ErrorCode.LOGIN_UNAVAILABLE);

    /** In this time the servers see how things are, whatever has happened. */
    private static final Duration CONVERGENCE = Duration.ofSeconds(15);

    private final RedisServer redis = RedisServer.start();
    private final ClientThreads threads = new ClientThreads(1);
    private final List<ServerProcess> servers = new ArrayList<>();

    /** A server that is ready. */
    private record Server(ServerProcess process, HostPort address) {}

    private Server start(String... options) {
        ServerProcess process = launch(options);
        return new Server(process, process.awaitReady());
    }

    private ServerProcess launch(String... options) {
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

    @AfterEach
    void end() {
        threads.close();
        servers.forEach(ServerProcess::close);
        redis.close();
    }

    private NetClient connect(HostPort address) throws IOException {
        return NetClient.connect(threads, address, DIALECT, TestServer.PATIENCE);
    }

    private static Result logIn(NetClient client, String id) throws InterruptedException {
        client.send(LoginRequest.of(id, "pw"));
        return hear(client, LoginResponse.class).result();
    }

    private static <P extends Packet> P hear(NetClient client, Class<P> packet)
            throws InterruptedException {
        return client.expect(packet, CONVERGENCE);
    }

    /** One who is logged in and in room 0, where {@code others} others are. */
    private NetClient guest(HostPort address, String id, int others) throws Exception {
        NetClient client = connect(address);
        assertTrue(logIn(client, id).isSuccess());
        client.send(new RoomEnterRequest(0));
        if (others > 0) {
            assertEquals(others, hear(client, RoomUserListNotify.class).users().size());
        }
        assertTrue(hear(client, RoomEnterResponse.class).result().isSuccess());
        return client;
    }

    private static void speak(NetClient speaker, long id, String message, NetClient... others)
            throws InterruptedException {
        speaker.send(new RoomChatRequest(message));
        assertEquals(new RoomChatNotify(id, message), hear(speaker, RoomChatNotify.class));
        assertTrue(hear(speaker, RoomChatResponse.class).result().isSuccess());
        for (NetClient other : others) {
            assertEquals(new RoomChatNotify(id, message), hear(other, RoomChatNotify.class));
        }
    }

    /** What /readyz answers. */
    private static int readiness(Server server) {
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

    @Test
    void theUsersOfAKilledServerAreGoneAndTheirIdsFree() throws Exception {
        Server first = start();
        Server second = start();
        Server third = start();
        NetClient alice = guest(first.address(), "앨리스", 0);
        NetClient bob = guest(second.address(), "bob", 1);
        NetClient carol = guest(third.address(), "carol", 2);
        assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(bob, RoomNewUserNotify.class));
        speak(carol, 3, "안녕", alice, bob);

        second.process().kill();

        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(2), hear(carol, RoomLeaveUserNotify.class));
        guest(third.address(), "bob", 2);
        assertEquals(new RoomNewUserNotify(4, "bob"), hear(alice, RoomNewUserNotify.class));
    }

    @Test
    void withoutRedisLocalRoomsGoOnAndWithItAllMeetAgain() throws Exception {
        Server first = start();
        Server second = start();
        NetClient alice = guest(first.address(), "alice", 0);
        NetClient bob = guest(first.address(), "bob", 1);
        NetClient carol = guest(second.address(), "carol", 2);
        hear(alice, RoomNewUserNotify.class);
        hear(alice, RoomNewUserNotify.class);
        hear(bob, RoomNewUserNotify.class);

        redis.stop();

        assertEquals(new RoomLeaveUserNotify(3), hear(alice, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(3), hear(bob, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(1), hear(carol, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(2), hear(carol, RoomLeaveUserNotify.class));
        speak(alice, 1, "still here", bob);
        speak(carol, 3, "alone");
        bob.send(new WhisperRequest("alice", "psst"));
        assertEquals(new WhisperNotify("bob", "psst"), hear(alice, WhisperNotify.class));
        assertTrue(hear(bob, WhisperResponse.class).result().isSuccess());
        bob.send(new WhisperRequest("carol", "psst"));
        assertEquals(UNAVAILABLE, hear(bob, WhisperResponse.class).result());
        assertEquals(UNAVAILABLE, logIn(connect(second.address()), "dave"));
        assertEquals(503, readiness(first));

        redis.restart();

        assertEquals(new RoomNewUserNotify(3, "carol"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(bob, RoomNewUserNotify.class));
        hear(carol, RoomNewUserNotify.class);
        hear(carol, RoomNewUserNotify.class);
        speak(carol, 3, "back", alice, bob);
        assertEquals(200, readiness(first));
        assertEquals(
                Result.of(ErrorCode.LOGIN_DUPLICATE), logIn(connect(second.address()), "alice"));
        NetClient dave = connect(second.address());
        assertTrue(logIn(dave, "dave").isSuccess());
        dave.send(new RoomEnterRequest(0));
        List<RoomUser> others = hear(dave, RoomUserListNotify.class).users();
        assertEquals(3, others.size());
        long id = hear(dave, RoomEnterResponse.class).roomUserId();
        assertTrue(id > 3, "a room user id is given out once, but " + id + " was given to dave");
    }

    @Test
    void aFrozenRedisIsNoticedAtOnceAndForgivenWhenItIsBack() throws Exception {
        Server first = start();
        Server second = start();
        NetClient alice = guest(first.address(), "alice", 0);
        NetClient bob = guest(second.address(), "bob", 1);
        hear(alice, RoomNewUserNotify.class);

        redis.freeze();

        NetClient carol = connect(first.address());
        assertEquals(UNAVAILABLE, logIn(carol, "carol"));
        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        speak(alice, 1, "alone");
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));

        redis.thaw();

        awaitHeard(alice, bob, new RoomChatNotify(2, "back"));
        awaitHeard(bob, alice, new RoomChatNotify(1, "back"));
        assertEquals(200, readiness(first));
        assertEquals(200, readiness(second));
        assertTrue(logIn(carol, "carol").isSuccess());
    }

    /** Waits until both see each other, whatever comings and goings they have heard of before. */
    private static void awaitHeard(NetClient listener, NetClient speaker, Packet said) {
        Eventually.isTrue(
                "heard on the other server",
                () -> {
                    speaker.send(new RoomChatRequest("back"));
                    return hears(listener, said);
                });
    }

    private static boolean hears(NetClient listener, Packet said) {
        try {
            boolean heard = false;
            Frame frame = listener.poll(Duration.ofMillis(50));
            while (frame != null) {
                heard |= said.equals(frame.packet());
                frame = listener.poll(Duration.ZERO);
            }
            return heard;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void whoLogsInElsewhereEndsTheOlderLoginOnAnotherServer() throws Exception {
        Server first = start("--duplicate-login=replace");
        Server second = start("--duplicate-login=replace");
        NetClient older = guest(first.address(), "alice", 0);

        NetClient newer = guest(second.address(), "alice", 0);

        assertEquals(ErrorNotify.of(ErrorCode.LOGGED_IN_ELSEWHERE), hear(older, ErrorNotify.class));
        older.expectClosed(TestServer.PATIENCE);
        speak(newer, 2, "me");
    }

    @Test
    void serversWithOtherRoomsDoNotJoin() throws Exception {
        start();

        ServerProcess other = launch("--room-size=7");

        assertEquals(1, other.awaitExit(TestServer.PATIENCE));
        assertTrue(other.errors().contains("--room-size 100"), other.errors());
    }

    @Test
    void aRedisThatAnswersSlowlyIsWaitedForOrLetGo() throws Exception {
        HostPort address = HostPort.parse(redis.url().replace("redis://", ""));
        try (FaultProxy proxy = FaultProxy.to(address)) {
            Server first = start("--redis=redis://" + proxy.address());
            Server second = start();
            NetClient alice = guest(first.address(), "alice", 0);
            NetClient bob = guest(second.address(), "bob", 1);
            assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));

            proxy.delay(Duration.ofMillis(100)); // There and back, so 200 ms of the 500.
            for (int i = 0; i < 10; i++) {
                alice.send(new RoomChatRequest("slow " + i));
            }
            for (int i = 0; i < 10; i++) {
                assertEquals(new RoomChatNotify(1, "slow " + i), hear(alice, RoomChatNotify.class));
                assertEquals(new RoomChatNotify(1, "slow " + i), hear(bob, RoomChatNotify.class));
                assertTrue(hear(alice, RoomChatResponse.class).result().isSuccess());
            }

            proxy.delay(Duration.ofSeconds(1));
            assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
            speak(alice, 1, "alone");
            assertEquals(UNAVAILABLE, logIn(connect(first.address()), "carol"));
            assertEquals(503, readiness(first));
            speak(bob, 2, "the other server goes on");

            proxy.delay(Duration.ZERO);
            assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));
            assertEquals(200, readiness(first));
        }
    }

    @Test
    void aRedisThatAnswersWithErrorsIsAsGoodAsGone() throws Exception {
        Server first = start();
        Server second = start();
        NetClient alice = guest(first.address(), "alice", 0);
        NetClient bob = guest(second.address(), "bob", 1);
        hear(alice, RoomNewUserNotify.class);

        redis.configure("maxmemory", "1"); // "OOM command not allowed" to everything that writes.

        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));
        speak(alice, 1, "alone");
        assertEquals(UNAVAILABLE, logIn(connect(second.address()), "carol"));
        assertEquals(503, readiness(first));

        redis.configure("maxmemory", "0");

        assertTrue(reaches(bob, 2, alice), "they do not hear each other");
        assertEquals(200, readiness(first));
    }

    /**
     * Speaks again and again until the other one hears it: servers that link one after the other
     * may see each other come, go and come once more.
     */
    private static boolean reaches(NetClient speaker, long id, NetClient other) throws Exception {
        long deadline = System.nanoTime() + CONVERGENCE.toNanos();
        while (System.nanoTime() < deadline) {
            speaker.send(new RoomChatRequest("together"));
            Frame heard = other.poll(Duration.ofMillis(200));
            while (heard != null) {
                if (new RoomChatNotify(id, "together").equals(heard.packet())) {
                    return true;
                }
                heard = other.poll(Duration.ofMillis(200));
            }
        }
        return false;
    }
}
