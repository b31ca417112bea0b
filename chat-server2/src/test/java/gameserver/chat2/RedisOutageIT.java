package gameserver.chat2;

import static gameserver.chat2.SharedServers.CONVERGENCE;
import static gameserver.chat2.SharedServers.hear;
import static gameserver.chat2.SharedServers.logIn;
import static gameserver.chat2.SharedServers.readiness;
import static gameserver.chat2.SharedServers.speak;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import gameserver.chat2.SharedServers.Server;
import gameserver.net.client.Frame;
import gameserver.net.client.NetClient;
import gameserver.net.options.HostPort;
import gameserver.net.packet.ErrorCode;
import gameserver.net.packet.Packet;
import gameserver.net.packet.Result;
import gameserver.net.testing.Eventually;
import gameserver.net.testing.FaultProxy;
import gameserver.net.testing.ServerProcess;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several processes with one Redis, which is taken away from them in all the usual ways. */
@Timeout(60)
final class RedisOutageIT {
    private static final Result UNAVAILABLE = Result.of(ErrorCode.LOGIN_UNAVAILABLE);

    private static final String NO_LINK = "no link redis=";

    private final SharedServers servers = new SharedServers();

    @AfterEach
    void end() {
        servers.close();
    }

    @Test
    void withoutRedisLocalRoomsGoOnAndWithItAllMeetAgain() throws Exception {
        Server first = servers.start();
        Server second = servers.start();
        NetClient alice = servers.guest(first.address(), "alice", 0);
        NetClient bob = servers.guest(first.address(), "bob", 1);
        NetClient carol = servers.guest(second.address(), "carol", 2);
        hear(alice, RoomNewUserNotify.class);
        hear(alice, RoomNewUserNotify.class);
        hear(bob, RoomNewUserNotify.class);

        servers.redis().stop();

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
        assertEquals(UNAVAILABLE, logIn(servers.connect(second.address()), "dave"));
        assertEquals(503, readiness(first));

        servers.redis().restart();

        assertEquals(new RoomNewUserNotify(3, "carol"), hear(alice, RoomNewUserNotify.class));
        assertEquals(new RoomNewUserNotify(3, "carol"), hear(bob, RoomNewUserNotify.class));
        hear(carol, RoomNewUserNotify.class);
        hear(carol, RoomNewUserNotify.class);
        speak(carol, 3, "back", alice, bob);
        assertEquals(200, readiness(first));
        assertEquals(
                Result.of(ErrorCode.LOGIN_DUPLICATE),
                logIn(servers.connect(second.address()), "alice"));
        NetClient dave = servers.connect(second.address());
        assertTrue(logIn(dave, "dave").isSuccess());
        dave.send(new RoomEnterRequest(0));
        List<RoomUser> others = hear(dave, RoomUserListNotify.class).users();
        assertEquals(3, others.size());
        long id = hear(dave, RoomEnterResponse.class).roomUserId();
        assertTrue(id > 3, "a room user id is given out once, but " + id + " was given to dave");
    }

    @Test
    void aFrozenRedisIsNoticedAtOnceAndForgivenWhenItIsBack() throws Exception {
        Server first = servers.start();
        Server second = servers.start();
        NetClient alice = servers.guest(first.address(), "alice", 0);
        NetClient bob = servers.guest(second.address(), "bob", 1);
        hear(alice, RoomNewUserNotify.class);

        servers.redis().freeze();

        NetClient carol = servers.connect(first.address());
        assertEquals(UNAVAILABLE, logIn(carol, "carol"));
        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        speak(alice, 1, "alone");
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));

        servers.redis().thaw();

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
    void aRedisThatIsLateAtTheStartIsWaitedFor() {
        servers.redis().freeze();
        ServerProcess server = servers.launch("--log-level=debug");
        Eventually.isTrue("it has tried", () -> server.errors().contains("no link to"));

        servers.redis().thaw();

        assertNotNull(server.awaitReady());
    }

    @Test
    void whyThereIsNoLinkIsToldOnceEachTime() {
        try (FaultProxy proxy = FaultProxy.to(servers.redis().address())) {
            ServerProcess server =
                    servers.start("--redis=redis://" + proxy.address(), "--log-level=debug")
                            .process();
            servers.redis().configure("requirepass", "another");

            proxy.reset();

            Eventually.isTrue("tries again", () -> lines(server, "DEBUG", NO_LINK) >= 2);
            assertEquals(1, lines(server, "WARN", NO_LINK), server.errors());
            assertTrue(server.errors().contains("reason=NOAUTH"), server.errors());
            servers.redis().restart(); // Without a password.
            Eventually.isTrue("linked", () -> lines(server, "INFO", "linked redis=") == 2);

            servers.redis().stop();

            Eventually.isTrue("tells the next", () -> lines(server, "WARN", NO_LINK) >= 2);
        }
    }

    private static long lines(ServerProcess server, String level, String part) {
        return server.errors()
                .lines()
                .filter(line -> line.contains(" " + level + " ") && line.contains(part))
                .count();
    }

    @Test
    void aRedisThatAnswersSlowlyIsWaitedForOrLetGo() throws Exception {
        HostPort address = HostPort.parse(servers.redis().url().replace("redis://", ""));
        try (FaultProxy proxy = FaultProxy.to(address)) {
            Server first = servers.start("--redis=redis://" + proxy.address());
            Server second = servers.start();
            NetClient alice = servers.guest(first.address(), "alice", 0);
            NetClient bob = servers.guest(second.address(), "bob", 1);
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
            assertEquals(UNAVAILABLE, logIn(servers.connect(first.address()), "carol"));
            assertEquals(503, readiness(first));
            speak(bob, 2, "the other server goes on");

            proxy.delay(Duration.ZERO);
            assertEquals(new RoomNewUserNotify(2, "bob"), hear(alice, RoomNewUserNotify.class));
            assertEquals(200, readiness(first));
        }
    }

    @Test
    void aRedisThatAnswersWithErrorsIsAsGoodAsGone() throws Exception {
        Server first = servers.start();
        Server second = servers.start();
        NetClient alice = servers.guest(first.address(), "alice", 0);
        NetClient bob = servers.guest(second.address(), "bob", 1);
        hear(alice, RoomNewUserNotify.class);

        servers.redis()
                .configure(
                        "maxmemory", "1"); // "OOM command not allowed" to everything that writes.

        assertEquals(new RoomLeaveUserNotify(2), hear(alice, RoomLeaveUserNotify.class));
        assertEquals(new RoomLeaveUserNotify(1), hear(bob, RoomLeaveUserNotify.class));
        speak(alice, 1, "alone");
        assertEquals(UNAVAILABLE, logIn(servers.connect(second.address()), "carol"));
        assertEquals(503, readiness(first));

        servers.redis().configure("maxmemory", "0");

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
